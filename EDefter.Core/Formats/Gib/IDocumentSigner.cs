namespace EDefter.Core.Formats.Gib;

/// <summary>
/// Signs a finished document (XAdES-BES, enveloped). Real signing with a mali mühür is the integrator's; what stands here is the seam, so
/// that a complete set can be built and judged.
/// </summary>
public interface IDocumentSigner
{
    /// <param name="digest">SHA-256 of the canonical document without its signature (Canonical XML 1.0).</param>
    DocumentSignature Sign(ReadOnlySpan<byte> digest);
}
