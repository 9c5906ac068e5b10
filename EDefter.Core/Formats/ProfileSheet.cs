namespace EDefter.Core.Formats;

/// <summary>A sheet of a workbook profile.</summary>
public sealed record ProfileSheet(string Name, RowSource Rows, IReadOnlyList<ProfileColumn> Columns);
