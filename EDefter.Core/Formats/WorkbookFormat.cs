namespace EDefter.Core.Formats;

/// <summary>The form of a workbook profile.</summary>
public sealed record WorkbookFormat
{
    public bool CellReferences { get; init; }

    /// <summary>The sheets in order; exactly one has <see cref="RowSource.Lines"/>.</summary>
    public required IReadOnlyList<ProfileSheet> Sheets { get; init; }
}
