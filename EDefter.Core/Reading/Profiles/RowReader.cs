using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Reading.Profiles;

/// <summary>Reads the cells of a row into the members that a reading profile names.</summary>
internal sealed class RowReader(ReadingProfile profile)
{
    private const int PooledMax = 100_000;
    private const int PooledCharactersMax = 64;

    private readonly CellReading reading = new(profile);
    private readonly Dictionary<string, string> pool = new(StringComparer.Ordinal);

    public TableRow Read(string at, IReadOnlyList<TableHead> columns, IReadOnlyList<TableCell> cells)
    {
        var values = new Dictionary<ReadingMember, string>();
        var unknown = new List<(string Header, string Value)>();
        string? fault = null;
        for (var i = 0; i < cells.Count; i++)
        {
            var header = i < columns.Count ? columns[i].Header : string.Empty;
            try
            {
                if (i < columns.Count && columns[i].Member is { } member)
                {
                    if (reading.Read(member, cells[i]) is { } value)
                        values[member] = Pooled(value);
                }
                else if (!cells[i].IsEmpty)
                {
                    unknown.Add((header.Length == 0 ? $"{i + 1}. sütun" : header, cells[i].Text));
                }
            }
            catch (UnreadableVoucherException exception)
            {
                fault ??= $"{header}: {exception.Message}.";
            }
        }

        return new TableRow(at, values, unknown, fault);
    }

    /// <summary>Lets go of what was kept to save memory.</summary>
    public void Forget() => pool.Clear();

    // The same names and codes stand in thousands of rows.
    private string Pooled(string value)
    {
        if (value.Length > PooledCharactersMax || pool.Count > PooledMax)
            return value;
        if (pool.TryGetValue(value, out var known))
            return known;
        pool.Add(value, value);
        return value;
    }
}
