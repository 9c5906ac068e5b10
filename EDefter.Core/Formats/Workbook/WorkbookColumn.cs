namespace EDefter.Core.Formats.Workbook;

/// <summary>A column of a sheet.</summary>
/// <param name="Header">Text of the first row.</param>
/// <param name="Width">In characters of the standard font; set by hand, because measuring text needs a graphics library.</param>
public sealed record WorkbookColumn(string Header, double Width = 14);
