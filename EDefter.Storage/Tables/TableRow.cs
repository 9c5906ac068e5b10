namespace EDefter.Storage.Tables;

/// <summary>A row with its columns: text, whole numbers (int, long), truth values, instants and bytes.</summary>
internal sealed class TableRow(string partition, string key)
{
    public string Partition { get; } = partition;

    public string Key { get; } = key;

    /// <summary>What was read; empty for a row that was never stored.</summary>
    public string ETag { get; init; } = string.Empty;

    /// <summary>The service's own instant of the last write.</summary>
    public DateTimeOffset Timestamp { get; init; }

    public Dictionary<string, object> Columns { get; } = new(StringComparer.Ordinal);

    public string Text(string column) => (string)Columns[column];

    public string? TextOrNull(string column) => Columns.TryGetValue(column, out var value) ? (string)value : null;

    public long Number(string column) => Columns[column] switch
    {
        long number => number,
        int number => number,
        var other => throw new InvalidDataException($"Column {column} holds {other.GetType().Name}, not a number."),
    };

    public byte[] Bytes(string column) => (byte[])Columns[column];

    public DateTimeOffset Instant(string column) => (DateTimeOffset)Columns[column];
}
