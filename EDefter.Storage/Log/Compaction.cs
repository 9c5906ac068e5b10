using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>
/// An ERP that posts voucher by voucher leaves thousands of tiny chunks, and one that sends everything again leaves superseded ones. Compaction writes the
/// live vouchers of a month once more, in full chunks of their own, and then names them in the month's head: one conditional write, before which
/// nobody knows of them. The log itself, its commits and its history, is not touched, and no number, hash or sequence changes: each record carries the
/// sequence it came with.
/// </summary>
internal sealed class Compaction(LogStore store, BookId book, FiscalYear year, Period period)
{
    private readonly string partition = LogKeys.Partition(book, year);

    /// <returns>Whether anything was gathered.</returns>
    public async Task<bool> RunAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var startedAt = store.Time.GetUtcNow();
        var state = await store.OpenAsync(partition, cancellationToken);
        var index = await store.IndexAsync(state, periods: null, cancellationToken);
        if (index.Snapshot(period) is not { } month || !IsWorthIt(month))
            return false;
        var staging = store.NewPack(partition);
        await foreach (var (day, json, record) in ReadAsync(month, cancellationToken))
            await staging.AddAsync(day, json, record, place: default, ordinal: 0, cancellationToken);
        await staging.CompleteAsync(cancellationToken);
        if (store.Time.GetUtcNow() - startedAt > store.Options.StagingLifeMax)
            throw new TimeoutException("Gathering the month took longer than staged chunks are guaranteed to stand; nothing was changed.");
        var changed = await HeadRun.RunAsync(store, StampOf(month.Sequence, staging, at), cancellationToken);
        return !changed.IsRefused && changed.Value.Pack?.Staging == staging.Identity;
    }

    private bool IsWorthIt(MonthSnapshot month)
    {
        var needed = month.Days.Values.Sum(chunks => (chunks.Values.Sum(winners => winners.Count) + Staging.VouchersMax - 1) / Staging.VouchersMax);
        return month.Chunks > (2 * needed) + store.Options.LooseChunksMax;
    }

    private async IAsyncEnumerable<(DateOnly Day, byte[] Json, ChunkRecord Record)> ReadAsync(MonthSnapshot month, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (day, winners) in month.Days)
        {
            foreach (var rows in await DayReader.FetchAsync(store.Table, partition, day, winners, cancellationToken))
            {
                foreach (var (json, record) in ChunkReader.CopyWinners(rows, winners[rows[0].Key]))
                    yield return (day, json, record);
            }
        }
    }

    private HeadChange StampOf(long sequence, Staging staging, DateTimeOffset at) => new()
    {
        Book = book,
        Year = year,
        Period = period,
        At = at,
        // Another process may have gathered the month up to a later commit: then this copy is nobody's, and the sweep's.
        Decide = heads => heads[period] is { Pack: { } pack } head && pack.Sequence >= sequence ? head : heads[period] with { Pack = new PackStamp(sequence, staging.Identity, staging.Chunks.Count, heads[period].Pack?.Staging) },
    };
}
