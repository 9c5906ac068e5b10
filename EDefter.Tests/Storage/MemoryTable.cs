using System.Globalization;
using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

/// <summary>
/// A table in memory that refuses what the real service refuses (and Azurite does not): the numbers are the service's, written down here
/// a second time, so that the planner is judged by somebody else.
/// </summary>
/// <param name="time">Clock of the rows' timestamps; the system's when absent.</param>
internal sealed partial class MemoryTable(TimeProvider? time = null) : ITable
{
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private readonly Lock gate = new();
    private readonly SortedDictionary<(string Partition, string Key), TableRow> rows = new(Comparer<(string Partition, string Key)>.Create(Compare));
    private long etags;

    public int Rows
    {
        get
        {
            lock (gate)
                return rows.Count;
        }
    }

    /// <summary>Every row, in order of partitions and keys.</summary>
    public IReadOnlyList<TableRow> All()
    {
        lock (gate)
            return [.. rows.Values.Select(row => Copy(row, columns: null))];
    }

    /// <summary>Puts rows in as they lay in another table, with their ETags.</summary>
    public void Load(IEnumerable<TableRow> stored)
    {
        lock (gate)
        {
            foreach (var row in stored)
            {
                rows.Add((row.Partition, row.Key), row);
                etags = Math.Max(etags, long.Parse(row.ETag, CultureInfo.InvariantCulture));
            }
        }
    }

    public Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        lock (gate)
            return Task.FromResult(rows.TryGetValue((partition, row), out var found) ? Copy(found, columns: null) : null);
    }

    public async IAsyncEnumerable<TableRow> QueryAsync(TableRange range, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        List<TableRow> found;
        lock (gate)
        {
            found = [.. rows.Values
                .Where(row => row.Partition == range.Partition && string.CompareOrdinal(row.Key, range.From) >= 0 && string.CompareOrdinal(row.Key, range.Before) < 0)
                .Select(row => Copy(row, range.Columns))];
        }

        foreach (var row in found)
            yield return row;
    }

    public Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        Refuse(actions);
        lock (gate)
        {
            foreach (var action in actions)
                Check(action);
            return Task.FromResult<IReadOnlyList<string>>([.. actions.Select(Apply)]);
        }
    }

    private static void Refuse(IReadOnlyList<TableAction> actions)
    {
        if (actions.Count is < 1 or > 100)
            throw new InvalidOperationException("InvalidInput: an entity group transaction holds 1 to 100 entities.");
        if (actions.Select(action => action.Row.Partition).Distinct(StringComparer.Ordinal).Count() > 1)
            throw new InvalidOperationException("CommandsInBatchActOnDifferentPartitions");
        if (actions.Select(action => action.Row.Key).Distinct(StringComparer.Ordinal).Count() != actions.Count)
            throw new InvalidOperationException("InvalidDuplicateRow");
        if (actions.Sum(action => action.Row.Columns.Values.Sum(WireBytes)) > 4 * 1024 * 1024)
            throw new InvalidOperationException("RequestBodyTooLarge");
        foreach (var row in actions.Select(action => action.Row))
        {
            if (row.Columns.Count > 252)
                throw new InvalidOperationException("TooManyProperties");
            if (row.Columns.Values.Any(value => value is byte[] { Length: > 65536 } or string { Length: > 32768 }))
                throw new InvalidOperationException("PropertyValueTooLarge");
            if (row.Columns.Sum(column => 8 + (2L * column.Key.Length) + RawBytes(column.Value)) > 1024 * 1024)
                throw new InvalidOperationException("EntityTooLarge");
            if (row.Columns.Keys.Any(name => name.Length > 255 || !Name().IsMatch(name)))
                throw new InvalidOperationException("PropertyNameTooLong or PropertyNameInvalid");
            if (row.Columns.Values.Any(value => value is DateTimeOffset { UtcDateTime.Year: < 1601 }))
                throw new InvalidOperationException("OutOfRangeInput");
            if (((string[])[row.Partition, row.Key]).Any(key => key.Length > 512 || key.IndexOfAny(['/', '\\', '#', '?']) >= 0 || key.Any(char.IsControl)))
                throw new InvalidOperationException("KeyValueTooLarge or InvalidInput");
        }
    }

    private void Check(TableAction action)
    {
        var exists = rows.TryGetValue((action.Row.Partition, action.Row.Key), out var row);
        var holds = action.Kind switch
        {
            TableActionKind.Insert => !exists,
            TableActionKind.Upsert => true,
            _ => exists && (action.ETag == "*" || action.ETag == row!.ETag),
        };
        if (!holds)
            throw new TableConflictException($"{action.Kind} {action.Row.Key}");
    }

    private string Apply(TableAction action)
    {
        var key = (action.Row.Partition, action.Row.Key);
        if (action.Kind == TableActionKind.Delete)
        {
            rows.Remove(key);
            return string.Empty;
        }

        var stored = new TableRow(action.Row.Partition, action.Row.Key) { ETag = (++etags).ToString(CultureInfo.InvariantCulture), Timestamp = time.GetUtcNow() };
        foreach (var (name, value) in action.Row.Columns)
            stored.Columns[name] = value is byte[] bytes ? bytes.ToArray() : value;
        rows[key] = stored;
        return stored.ETag;
    }

    private static TableRow Copy(TableRow row, IReadOnlyList<string>? columns)
    {
        var copy = new TableRow(row.Partition, row.Key) { ETag = row.ETag, Timestamp = row.Timestamp };
        foreach (var (name, value) in row.Columns)
        {
            if (columns is null || columns.Contains(name))
                copy.Columns[name] = value;
        }

        return copy;
    }

    private static long RawBytes(object value) => value switch
    {
        byte[] bytes => bytes.Length,
        string text => 2L * text.Length,
        _ => 8,
    };

    private static long WireBytes(object value) => value switch
    {
        byte[] bytes => ((bytes.Length + 2) / 3 * 4) + 64,
        string text => System.Text.Json.JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length + 64,
        _ => 64,
    };

    // An identifier of C#; three names are the service's own.
    [System.Text.RegularExpressions.GeneratedRegex(@"^(?!(PartitionKey|RowKey|Timestamp)$)[\p{L}_][\p{L}\p{Nd}_]*$", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial System.Text.RegularExpressions.Regex Name();

    private static int Compare((string Partition, string Key) left, (string Partition, string Key) right)
    {
        var byPartition = string.CompareOrdinal(left.Partition, right.Partition);
        return byPartition != 0 ? byPartition : string.CompareOrdinal(left.Key, right.Key);
    }
}
