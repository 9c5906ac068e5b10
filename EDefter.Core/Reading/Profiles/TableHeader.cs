namespace EDefter.Core.Reading.Profiles;

/// <summary>The header row of a sheet.</summary>
/// <param name="Sheet">The sheet's name; null in a text file.</param>
/// <param name="Row">1-based number of its row, as a table program shows it.</param>
/// <param name="Columns">What its cells head.</param>
internal sealed record TableHeader(string? Sheet, long Row, IReadOnlyList<TableHead> Columns);
