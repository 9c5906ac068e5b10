namespace EDefter.Core.Formats;

/// <summary>The form of a workbook profile.</summary>
public sealed record WorkbookFormat
{
    public bool CellReferences { get; init; }

    /// <summary>Every cell is text: amounts and dates are written as <see cref="ValueFormat"/> says, never as numbers.</summary>
    public bool TextCells { get; init; }

    /// <summary>The sheets in order; exactly one has <see cref="RowSource.Lines"/>.</summary>
    public required IReadOnlyList<ProfileSheet> Sheets { get; init; }
}
