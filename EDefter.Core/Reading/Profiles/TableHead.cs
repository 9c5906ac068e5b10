namespace EDefter.Core.Reading.Profiles;

/// <summary>A column of a table that is being read.</summary>
/// <param name="Header">What its header says.</param>
/// <param name="Member">What its cells are read into; null for a column that the profile does not know.</param>
internal readonly record struct TableHead(string Header, ReadingMember? Member);
