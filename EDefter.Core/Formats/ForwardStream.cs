using System.Security.Cryptography;

namespace EDefter.Core.Formats;

/// <summary>
/// What a file is written through: counts and hashes every byte on its way to the target, never seeks (so that a seekable and a
/// non-seekable target receive the same bytes), and never closes the target.
/// </summary>
internal sealed class ForwardStream(Stream target) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool abandoned;

    /// <summary>Bytes written so far.</summary>
    public long Bytes { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>SHA-256 of everything written, 64 hex digits in lower case. Ends the hashing.</summary>
    public string EndHash() => Convert.ToHexStringLower(hash.GetHashAndReset());

    /// <summary>Drops everything that is still to come: a file that was given up must not look finished.</summary>
    public void Abandon() => abandoned = true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (abandoned)
            return;
        target.Write(buffer);
        hash.AppendData(buffer);
        Bytes += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        if (!abandoned)
            target.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            hash.Dispose();
        base.Dispose(disposing);
    }
}
