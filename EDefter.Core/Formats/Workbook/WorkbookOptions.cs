using System.IO.Compression;

namespace EDefter.Core.Formats.Workbook;

/// <summary>Choices that change a workbook's size or readers, never its values.</summary>
public sealed record WorkbookOptions
{
    /// <summary>Writes <c>r="A1"</c> on rows and cells: twice the size, and needed by old OleDb readers.</summary>
    public bool CellReferences { get; init; }

    /// <summary>Hashes every inner part while it is written, for <see cref="WorkbookWriter.ContentSha256"/>.</summary>
    public bool HashParts { get; init; }

    public CompressionLevel Compression { get; init; } = CompressionLevel.Fastest;
}
