namespace EDefter.Core.Formats.Gib;

/// <summary>A document that was written.</summary>
/// <param name="Name">Official name.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Of the file, 64 hex digits in lower case.</param>
/// <param name="SignatureValue">Base64; null for an unsigned draft.</param>
public sealed record GibFile(GibFileName Name, long Bytes, string Sha256, string? SignatureValue)
{
    /// <summary>Its lines (satır): the entries' own in a book, sums in a berat and the report.</summary>
    public long Rows { get; init; }

    /// <summary>Which entries it is made of.</summary>
    public GibCoverage? Covers { get; init; }
}
