using System.Runtime.CompilerServices;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// Reads the winners of a snapshot, a day at a time. The log is append-only, so a commit that comes while the days are read changes nothing of what
/// is read. While one day is worked on, the next one's rows (compressed) are on their way. A day's list is lent until the next one is asked for: two big
/// days side by side would be the most that a month holds in memory.
/// </summary>
internal static class DayReader
{
    // Inflating and parsing is the cost; more than a few chunks at once only crowds out other requests.
    private static readonly int ParallelMax = Math.Clamp(Environment.ProcessorCount, 1, 4);

    // Beyond this many it is cheaper to read the whole day.
    private const int SinglesMax = 32;

    public static async IAsyncEnumerable<DayVouchers> ReadAsync(
        ITable table,
        string partition,
        SortedDictionary<DateOnly, Dictionary<string, List<Winner>>> snapshot,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<List<List<TableRow>>>? next = null;
        try
        {
            var days = snapshot.Keys.ToArray();
            for (var i = 0; i < days.Length; i++)
            {
                var rows = await (next ?? FetchAsync(table, partition, days[i], snapshot[days[i]], stop.Token));
                next = i + 1 < days.Length ? FetchAsync(table, partition, days[i + 1], snapshot[days[i + 1]], stop.Token) : null;
                var vouchers = Parse(rows, snapshot[days[i]]);
                rows.Clear();
                yield return new DayVouchers(days[i] == Drawer.Day ? null : days[i], vouchers);
                Array.Clear(vouchers);
            }

            next = null;
        }
        finally
        {
            // The reader left early: what is on its way is called off, and its end is waited for.
            if (next is not null)
            {
                await stop.CancelAsync();
                await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    /// <summary>The rows of every chunk that holds a winner of the day.</summary>
    internal static async Task<List<List<TableRow>>> FetchAsync(ITable table, string partition, DateOnly day, Dictionary<string, List<Winner>> winners, CancellationToken cancellationToken)
    {
        var chunks = new List<List<TableRow>>(winners.Count);
        var current = string.Empty;
        var isWanted = false;
        await foreach (var row in QueryAsync(table, partition, day, winners.Keys, cancellationToken))
        {
            if (current.Length == 0 || !row.Key.StartsWith(current + "|", StringComparison.Ordinal))
            {
                current = row.Key;
                isWanted = winners.ContainsKey(current);
                if (isWanted)
                    chunks.Add([]);
            }

            if (isWanted)
                chunks[^1].Add(row);
        }

        if (chunks.Count != winners.Count)
            throw new InvalidDataException($"The log of {partition} names {winners.Count} chunks for {LogKeys.Word(day)} and holds {chunks.Count}.");
        return chunks;
    }

    private static StoredVoucher[] Parse(List<List<TableRow>> chunks, Dictionary<string, List<Winner>> winners)
    {
        var vouchers = new StoredVoucher[chunks.Sum(chunk => winners[chunk[0].Key].Count)];
        var places = new int[chunks.Count];
        for (var i = 1; i < places.Length; i++)
            places[i] = places[i - 1] + winners[chunks[i - 1][0].Key].Count;
        Parallel.For(0, chunks.Count, new ParallelOptions { MaxDegreeOfParallelism = ParallelMax }, i =>
        {
            ChunkReader.ReadWinners(chunks[i], winners[chunks[i][0].Key]).CopyTo(vouchers, places[i]);
            // Its rows are no longer needed.
            chunks[i] = [];
        });
        return vouchers;
    }

    // Of a month that was gathered the log holds what is superseded too: then what came since is asked for chunk by chunk, while it is little.
    private static async IAsyncEnumerable<TableRow> QueryAsync(ITable table, string partition, DateOnly day, IReadOnlyCollection<string> chunks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var packs = chunks.Where(static key => key.StartsWith(LogKeys.Packs, StringComparison.Ordinal)).Select(static key => LogKeys.ParsePack(key).Chunk.Staging).Distinct(StringComparer.Ordinal).ToList();
        var single = chunks.Where(static key => !key.StartsWith(LogKeys.Packs, StringComparison.Ordinal)).ToList();
        var ranges = packs.Select(staging => TableRange.Prefix(partition, LogKeys.PacksOf(staging, day))).ToList();
        if (packs.Count > 0 && single.Count <= SinglesMax)
            ranges.AddRange(single.Order(StringComparer.Ordinal).Select(key => new TableRange(partition, key, LogKeys.ChunkPart(key, 999) + "~")));
        else if (single.Count > 0)
            ranges.Add(TableRange.Prefix(partition, LogKeys.ChunksOf(day)));
        foreach (var range in ranges)
        {
            await foreach (var row in table.QueryAsync(range with { RowsAtOnce = ChunkRows.AtOnce }, cancellationToken))
                yield return row;
        }
    }
}
