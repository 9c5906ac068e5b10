namespace EDefter.Core.Formats;

/// <summary>The beginning of a file as a profile writes it, for the eyes of whoever chooses the profile.</summary>
public sealed record ShownFile
{
    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>Lines of a text file, without what ends them; null for a workbook.</summary>
    public IReadOnlyList<string>? Lines { get; init; }

    /// <summary>Sheets of a workbook, their header rows first; null for text.</summary>
    public IReadOnlyList<ShownSheet>? Sheets { get; init; }

    /// <summary>Values that the format cannot hold, in what is shown.</summary>
    public required IReadOnlyList<UnwritableValue> Unwritable { get; init; }

    public required long UnwritableCount { get; init; }

    /// <summary>What the shown texts underwent.</summary>
    public required IReadOnlyList<Adjustment> Adjustments { get; init; }
}
