namespace EDefter.Core.Formats;

/// <summary>A sheet of a <see cref="ShownFile"/>.</summary>
/// <param name="Name">The sheet's name.</param>
/// <param name="Rows">Cells from the left; numbers with a point, dates yyyy-MM-dd.</param>
public sealed record ShownSheet(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);
