using System.Globalization;

namespace EDefter.Storage.Tables;

/// <summary>
/// The limits of the table service ("Understanding the Table service data model", "Performing entity group transactions"). Azurite enforces
/// none of them, so every transaction passes through here before it is sent.
/// </summary>
internal static class BatchPlanner
{
    public const int ActionsMax = 100;

    /// <summary>The service takes 4 MiB of request body; bytes travel as Base64 (4 : 3), so this much raw is safe.</summary>
    public const int BatchBytesMax = 29 * 1024 * 1024 / 10;

    public const int RowBytesMax = 1024 * 1024;

    /// <summary>Bytes of one binary column; a text column holds half as many characters.</summary>
    public const int ColumnBytesMax = 64 * 1024;

    /// <summary>Beside the two keys and the timestamp.</summary>
    public const int ColumnsMax = 252;

    public const int KeyCharactersMax = 512;

    /// <exception cref="TableLimitException">The service would refuse the transaction.</exception>
    public static void Verify(IReadOnlyList<TableAction> actions)
    {
        if (actions.Count is 0 or > ActionsMax)
            throw Limit($"{actions.Count} actions; 1 to {ActionsMax} are allowed");
        var keys = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var action in actions)
        {
            if (!string.Equals(action.Row.Partition, actions[0].Row.Partition, StringComparison.Ordinal))
                throw Limit("more than one partition");
            if (!keys.Add(action.Row.Key))
                throw Limit($"row {action.Row.Key} stands twice");
            VerifyRow(action.Row);
            bytes += RowBytes(action.Row);
        }

        if (bytes > BatchBytesMax)
            throw Limit($"{bytes} bytes; {BatchBytesMax} are allowed");
    }

    /// <summary>Cuts actions on one partition into transactions that the service takes, in order. Only for rows that need no common fate.</summary>
    public static IEnumerable<IReadOnlyList<TableAction>> Split(IEnumerable<TableAction> actions)
    {
        var batch = new List<TableAction>();
        var bytes = 0L;
        foreach (var action in actions)
        {
            var size = RowBytes(action.Row);
            if (batch.Count > 0 && (batch.Count == ActionsMax || bytes + size > BatchBytesMax))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(action);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return batch;
    }

    /// <summary>The service's own formula: 4 bytes, keys and names with 2 bytes a character, 8 bytes a column, and the values.</summary>
    public static long RowBytes(TableRow row)
    {
        var bytes = 4L + (2L * (row.Partition.Length + row.Key.Length));
        foreach (var (name, value) in row.Columns)
            bytes += 8 + (2L * name.Length) + ValueBytes(name, value);
        return bytes;
    }

    private static void VerifyRow(TableRow row)
    {
        VerifyKey(row.Partition);
        VerifyKey(row.Key);
        if (row.Columns.Count > ColumnsMax)
            throw Limit($"row {row.Key} has {row.Columns.Count} columns; {ColumnsMax} are allowed");
        foreach (var (name, value) in row.Columns)
        {
            if (value is byte[] or string && ValueBytes(name, value) > ColumnBytesMax + (value is string ? 4 : 0))
                throw Limit($"column {name} of row {row.Key} has {ValueBytes(name, value)} bytes; {ColumnBytesMax} are allowed");
        }

        if (RowBytes(row) > RowBytesMax)
            throw Limit($"row {row.Key} has {RowBytes(row)} bytes; {RowBytesMax} are allowed");
    }

    private static void VerifyKey(string key)
    {
        if (key.Length > KeyCharactersMax)
            throw Limit($"a key has {key.Length} characters; {KeyCharactersMax} are allowed");
        foreach (var c in key)
        {
            if (c is '/' or '\\' or '#' or '?' || char.IsControl(c))
                throw Limit(string.Create(CultureInfo.InvariantCulture, $"key {key} holds U+{(int)c:X4}"));
        }
    }

    private static long ValueBytes(string name, object value) => value switch
    {
        byte[] bytes => bytes.Length,
        string text => 4 + (2L * text.Length),
        long or DateTimeOffset => 8,
        int => 4,
        bool => 1,
        _ => throw Limit($"column {name} holds {value.GetType().Name}, which no row of this house holds"),
    };

    private static TableLimitException Limit(FormattableString what) => new(FormattableString.Invariant(what) + ".");

    private static TableLimitException Limit(string what) => new(what + ".");
}
