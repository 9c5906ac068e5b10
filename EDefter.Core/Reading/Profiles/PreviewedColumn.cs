namespace EDefter.Core.Reading.Profiles;

/// <summary>A column of somebody's table.</summary>
/// <param name="Header">What its header says.</param>
/// <param name="Member">What it is read into; null for a column that the profile does not know, whose cells are kept with the line as they are.</param>
public sealed record PreviewedColumn(string Header, string? Member);
