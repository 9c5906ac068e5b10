namespace EDefter.Core.Formats.Gib;

/// <summary>A document that was written.</summary>
/// <param name="Name">Official name.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Of the file, 64 hex digits in lower case.</param>
/// <param name="SignatureValue">Base64; null for an unsigned draft.</param>
public sealed record GibFile(GibFileName Name, long Bytes, string Sha256, string? SignatureValue);
