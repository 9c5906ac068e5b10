using EDefter.Core.Formats;

namespace EDefter.Core.Sealing;

/// <summary>A file inside the ZIP.</summary>
public sealed record ManifestFile
{
    public required string Name { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>Size of the file, uncompressed in the ZIP.</summary>
    public required long Bytes { get; init; }

    /// <summary>Rows of data, header rows not counted.</summary>
    public required long Rows { get; init; }

    /// <summary>SHA-256 of the file's bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>
    /// The file's identity: for text its <see cref="Sha256"/>; for a workbook, which is a ZIP itself, the hash over its uncompressed parts.
    /// </summary>
    public required string Content { get; init; }

    /// <summary>First and last madde no; null in a file without entries.</summary>
    public long? First { get; init; }

    public long? Last { get; init; }

    /// <summary>First and last satır no; null in a file without entries, and in manifests of earlier versions.</summary>
    public long? FirstLine { get; init; }

    public long? LastLine { get; init; }

    /// <summary>Σ debit = Σ credit of the file's entries, lira as text with a point; null in manifests of earlier versions.</summary>
    public string? Debit { get; init; }

    public string? Credit { get; init; }
}
