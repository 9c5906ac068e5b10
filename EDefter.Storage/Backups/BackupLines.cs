using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;
using EDefter.Core.Reading;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Backups;

/// <summary>The lines of a text of a backup, as rows and as transactions. What was forged may lack anything, hold anything else in its place, and be more than the service takes: it is refused as no text of ours.</summary>
internal static class BackupLines
{
    /// <summary>A chunk is the longest: 4 MB of vouchers and one more of 16 MB.</summary>
    internal const int LineBytesMax = 64 * 1024 * 1024;

    private const int PieceBytes = 64 * 1024;
    private const long WaitingBytesMax = 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    /// <summary>Rows in transactions that the service takes. Rows are independent of each other until the company exists, and writing them again changes nothing.</summary>
    /// <exception cref="InvalidDataException">A line is none of ours.</exception>
    public static async IAsyncEnumerable<IReadOnlyList<TableAction>> BatchesAsync(Stream text, Func<JsonElement, IReadOnlyList<TableRow>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var waiting = new List<TableRow>();
        var bytes = 0L;
        await foreach (var line in LinesAsync(text, LineBytesMax, cancellationToken))
        {
            foreach (var row in Rows(line, read))
            {
                waiting.Add(row);
                bytes += RowLimits.BytesOf(row);
            }

            if (waiting.Count < BatchPlanner.ActionsMax && bytes < WaitingBytesMax)
                continue;
            foreach (var batch in Batches(waiting))
                yield return batch;
            waiting.Clear();
            bytes = 0;
        }

        foreach (var batch in Batches(waiting))
            yield return batch;
    }

    /// <summary>All rows of a small text, each key once.</summary>
    /// <exception cref="InvalidDataException">A line is none of ours, or a row stands twice.</exception>
    public static async Task<List<TableRow>> RowsAsync(Stream text, Func<JsonElement, TableRow> read, CancellationToken cancellationToken)
    {
        var rows = new List<TableRow>();
        await foreach (var line in LinesAsync(text, LineBytesMax, cancellationToken))
            rows.AddRange(Rows(line, json => [read(json)]));
        if (rows.DistinctBy(row => row.Key, StringComparer.Ordinal).Count() < rows.Count)
            throw new InvalidDataException("A row of the backup stands twice.");
        Batches(rows);
        return rows;
    }

    /// <summary>Reads what was forged, perhaps.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public static T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or InvalidCastException or FormatException or OverflowException or ArgumentException or UnreadableVoucherException)
        {
            throw new InvalidDataException("A line of the backup is none of ours.", exception);
        }
    }

    /// <summary>Lines without their ends; a line is lent until the next one.</summary>
    /// <exception cref="InvalidDataException">A line is longer than <paramref name="bytesMax"/>.</exception>
    internal static async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(Stream text, int bytesMax, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = new byte[PieceBytes];
        var end = 0;
        while (true)
        {
            if (end == held.Length)
                Array.Resize(ref held, held.Length * 2);
            var read = await text.ReadAsync(held.AsMemory(end), cancellationToken);
            if (read == 0)
                break;
            // What was read before holds no line end: it was looked through then.
            var (begin, from) = (0, end);
            end += read;
            while (held.AsSpan(from, end - from).IndexOf((byte)'\n') is >= 0 and var at)
            {
                if (from + at - begin > bytesMax)
                    throw TooLong();
                yield return held.AsMemory(begin, from + at - begin);
                begin = from + at + 1;
                from = begin;
            }

            held.AsSpan(begin, end - begin).CopyTo(held);
            end -= begin;
            if (end > bytesMax)
                throw TooLong();
        }

        if (end > 0)
            yield return held.AsMemory(0, end);
    }

    private static IReadOnlyList<TableRow> Rows(ReadOnlyMemory<byte> line, Func<JsonElement, IReadOnlyList<TableRow>> read)
    {
        if (!Utf8.IsValid(line.Span))
            throw new InvalidDataException("A line of the backup is no text.");
        return Readable(() =>
        {
            using var json = JsonDocument.Parse(line, Options);
            return read(json.RootElement);
        });
    }

    private static InvalidDataException TooLong() => new("A line of the backup is longer than any of ours.");

    private static List<IReadOnlyList<TableAction>> Batches(IEnumerable<TableRow> rows)
    {
        try
        {
            var batches = BatchPlanner.Split(rows.Select(Upsert)).ToList();
            batches.ForEach(BatchPlanner.Verify);
            return batches;
        }
        catch (TableLimitException exception)
        {
            throw new InvalidDataException("A row of the backup is none of ours.", exception);
        }
    }

    // As it is written: with the identity of its write.
    private static TableAction Upsert(TableRow row)
    {
        row.Columns[ReliableTable.Column] = Guid.Empty.ToString("N");
        return TableAction.Upsert(row);
    }
}
