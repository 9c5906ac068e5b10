using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Formats.TextFiles;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// Writes one document forward-only. What it writes is canonical XML already, so the digest that a signature needs is the digest of the
/// bytes, all but the declaration (a transform would hold fourteen times the file in memory).
/// </summary>
internal sealed class DocumentWriter : IDisposable
{
    private const int FlushAt = 256 * 1024;

    private readonly GibFileName name;
    private readonly ForwardStream output;
    private readonly IDocumentSigner? signer;
    private readonly IncrementalHash? canonical;
    private readonly HeadXml head;
    private readonly Stream target;

    public DocumentWriter(Stream target, GibHeading heading, GibFileName name, IDocumentSigner? signer)
    {
        this.target = target;
        this.name = name;
        this.signer = signer;
        output = new ForwardStream(target);
        canonical = signer is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        head = new HeadXml(heading, name.Document, Bytes);
    }

    public ByteBuffer Bytes { get; } = new();

    public void Begin(GibPart part, HeadSegment? segment = null)
    {
        output.Write(Encoding.UTF8.GetBytes(HeadXml.Declaration));
        head.Write(part, segment);
    }

    /// <summary>Lets go of what was collected once it is worth a write.</summary>
    public void FlushWhenFull()
    {
        if (Bytes.Length >= FlushAt)
            Flush();
    }

    /// <param name="bookSignature">Value of the book's signature, for a berat.</param>
    public GibFile End(string? bookSignature = null)
    {
        head.WriteTail();
        if (bookSignature is not null)
            Utf8Encoder.Instance.Write($"<ds:SignatureValue xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">{bookSignature}</ds:SignatureValue>\n", Bytes);
        Flush();
        var signature = Sign();
        head.CloseRoot();
        output.Write(Bytes.Written);
        return new GibFile(name, output.Bytes, output.EndHash(), signature?.Value);
    }

    public void Dispose()
    {
        canonical?.Dispose();
        output.Dispose();
        target.Dispose();
    }

    // The enveloped signature is taken out before the digest is made: what is left is everything so far and the closing tag.
    private DocumentSignature? Sign()
    {
        if (signer is null)
            return null;
        head.CloseRoot();
        canonical!.AppendData(Bytes.Written);
        Bytes.Clear();
        var signature = signer.Sign(canonical.GetHashAndReset());
        output.Write(Encoding.UTF8.GetBytes(signature.Xml));
        return signature;
    }

    private void Flush()
    {
        canonical?.AppendData(Bytes.Written);
        output.Write(Bytes.Written);
        Bytes.Clear();
    }
}
