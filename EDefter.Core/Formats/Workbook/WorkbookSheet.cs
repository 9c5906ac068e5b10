namespace EDefter.Core.Formats.Workbook;

/// <summary>A sheet as it is announced before anything is written: a forward-only file needs its table of contents first.</summary>
/// <param name="Name">1 to 31 characters without <c>[ ] : * ? / \</c>, unique in the workbook whatever the case.</param>
/// <param name="Columns">At least one; the first row holds their headers and stays in view.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<WorkbookColumn> Columns)
{
    /// <summary>Columns at the left that stay in view beside the header row.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Printed lying, as wide as a page: for sheets that people print.</summary>
    public bool FitPageWidth { get; init; }

    /// <summary>Filter buttons on the header row, over every row written.</summary>
    public bool AutoFilter { get; init; }
}
