namespace EDefter.Core.Reading.Profiles;

/// <summary>The header that was found in a table.</summary>
/// <param name="Sheet">The sheet's name; null in a text file.</param>
/// <param name="HeaderRow">1-based number of its row, as a table program shows it.</param>
/// <param name="Columns">What its columns are read into.</param>
public sealed record PreviewedSheet(string? Sheet, long HeaderRow, IReadOnlyList<PreviewedColumn> Columns)
{
    internal static PreviewedSheet Of(TableHeader header) =>
        new(header.Sheet, header.Row, [.. header.Columns.Where(column => column.Header.Length > 0).Select(column => new PreviewedColumn(column.Header, column.Member?.NameOf()))]);
}
