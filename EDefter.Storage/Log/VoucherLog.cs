using System.Runtime.CompilerServices;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>The append-only voucher log (docs/ARCHITECTURE.md, Storage) over one table; its rows are told in <see cref="LogKeys"/>.</summary>
internal sealed class VoucherLog : IVoucherLog
{
    // A drawer of any size is settled in requests of this many vouchers.
    private const int SettleMax = 10_000;

    private readonly LogStore store;

    /// <param name="table">Table <c>Books</c>.</param>
    /// <param name="newIdentity">Fresh identities of stagings and moves; tests hand in a sequence.</param>
    /// <param name="time">Clock of pauses and of the age of stagings.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="traceParent">W3C trace parent of what is being done now; null when nobody records any.</param>
    public VoucherLog(ITable table, Func<Guid> newIdentity, TimeProvider time, VoucherLogOptions options, Func<string?>? traceParent = null) =>
        store = new LogStore(table, newIdentity, time, options, traceParent);

    public async Task<AppendResult> AppendAsync(AppendRequest request, IAsyncEnumerable<VoucherRow> rows, CancellationToken cancellationToken)
    {
        var parts = await OpenAsync(request.Book, request.Company, cancellationToken);
        return await new AppendRun(store, request, parts, isSettling: false).RunAsync(rows, cancellationToken);
    }

    public async Task<AppendResult?> DeleteAsync(AppendRequest request, string voucherId, CancellationToken cancellationToken)
    {
        var parts = await OpenAsync(request.Book, request.Company, cancellationToken);
        return await new DeleteRun(store, request, voucherId, parts).RunAsync(cancellationToken);
    }

    public async Task<StoredVoucher?> FindAsync(BookId book, Company company, string voucherId, CancellationToken cancellationToken)
    {
        var id = VoucherHash.OfId(voucherId);
        foreach (var part in await OpenAsync(book, company, cancellationToken))
        {
            if (!part.Index.TryFind(id, out var hit))
                continue;
            var voucher = await ChunkReader.ReadOneAsync(store.Table, part.Partition, hit.Chunk, hit.Entry.Position, cancellationToken);
            return new StoredVoucher(voucher, hit.Entry.Sequence, hit.Entry.Kind, VoucherHash.ToText(hit.Entry.Content));
        }

        return null;
    }

    public async Task<IReadOnlyDictionary<string, string>> ContentHashesAsync(BookId book, Company company, IReadOnlyCollection<string> voucherIds, CancellationToken cancellationToken)
    {
        var parts = await OpenAsync(book, company, cancellationToken);
        var hashes = new Dictionary<string, string>(voucherIds.Count, StringComparer.Ordinal);
        foreach (var voucherId in voucherIds)
        {
            var id = VoucherHash.OfId(voucherId);
            foreach (var part in parts)
            {
                if (!part.Index.TryFind(id, out var hit))
                    continue;
                hashes[voucherId] = VoucherHash.ToText(hit.Entry.Content);
                break;
            }
        }

        return hashes;
    }

    public async Task<IReadOnlyList<VoucherVersion>> HistoryAsync(BookId book, Company company, string voucherId, CancellationToken cancellationToken)
    {
        var id = VoucherHash.OfId(voucherId);
        var versions = new List<VoucherVersion>();
        foreach (var partition in Partitions(book, company))
        {
            await store.OpenAsync(partition.Key, cancellationToken);
            versions.AddRange(await HistoryReader.ReadAsync(store.Table, partition.Key, id, cancellationToken));
        }

        // Stable: inside a fiscal year the sequence decides, between them the time.
        return [.. versions.OrderBy(version => version.At)];
    }

    public async IAsyncEnumerable<DayVouchers> ReadDaysAsync(BookId book, FiscalYear year, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (partition, winners) = await WinnersAsync(book, year, from, to, cancellationToken);
        await foreach (var day in DayReader.ReadAsync(store.Table, partition, winners, cancellationToken))
            yield return day;
    }

    public async Task<IReadOnlyList<DayCount>> CountDaysAsync(BookId book, FiscalYear year, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (_, winners) = await WinnersAsync(book, year, from, to, cancellationToken);
        return [.. winners.Select(day => new DayCount(day.Key, day.Value.Values.Sum(chunk => chunk.Count)))];
    }

    public async IAsyncEnumerable<DayVouchers> ReadMonthAtAsync(BookId book, FiscalYear year, Period period, long sequence, DateOnly from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var state = await store.OpenAsync(LogKeys.Partition(book, year), cancellationToken);
        var winners = await new PartitionIndex(store.Table, state.Partition).WinnersAtAsync(period, sequence, from, cancellationToken);
        await foreach (var day in DayReader.ReadAsync(store.Table, state.Partition, winners, cancellationToken))
            yield return day;
    }

    public async Task<MonthContents> ReadContentsAsync(BookId book, FiscalYear year, Period period, long after, CancellationToken cancellationToken)
    {
        var state = await store.OpenAsync(LogKeys.Partition(book, year), cancellationToken);
        var index = await store.IndexAsync(state, periods: null, cancellationToken);
        var contents = index.Contents(period, after);
        return new MonthContents
        {
            Hash = contents.Hash,
            Sequence = state.Sequence,
            NewerCount = contents.NewerCount,
            Newer = contents.Newer is { } newer ? await ReadAsync(newer) : null,
            Doubled = contents.Doubled is { } doubled ? await ReadAsync(doubled) : null,
        };

        Task<Voucher> ReadAsync(IndexHit hit) => ChunkReader.ReadOneAsync(store.Table, state.Partition, hit.Chunk, hit.Entry.Position, cancellationToken);
    }

    public async Task<DayVouchers> ReadDrawerAsync(BookId book, CancellationToken cancellationToken)
    {
        var state = await store.OpenAsync(LogKeys.Partition(book, year: null), cancellationToken);
        var index = await store.IndexAsync(state, periods: null, cancellationToken);
        await foreach (var day in DayReader.ReadAsync(store.Table, state.Partition, index.Winners(Drawer.Day, Drawer.Day), cancellationToken))
            return day;
        return new DayVouchers(Day: null, []);
    }

    public async Task SettleDrawerAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        var drawer = await ReadDrawerAsync(request.Book, cancellationToken);
        var due = drawer.Vouchers.Select(stored => stored.Voucher).Where(voucher => voucher.Date.Value is { } day && request.Company.YearOf(day) is not null);
        foreach (var batch in due.Chunk(SettleMax))
        {
            var parts = await OpenAsync(request.Book, request.Company, cancellationToken);
            await new AppendRun(store, request with { IdempotencyKey = null }, parts, isSettling: true).RunAsync(Rows(batch), cancellationToken);
        }
    }

    public async Task<long> DrawerRevisionAsync(BookId book, CancellationToken cancellationToken)
    {
        var state = await store.OpenAsync(LogKeys.Partition(book, year: null), cancellationToken);
        return state.Head(Drawer.Period)?.Revision ?? 0;
    }

    public async Task<IReadOnlyDictionary<Period, MonthHead>> ReadHeadsAsync(BookId book, FiscalYear year, CancellationToken cancellationToken)
    {
        var state = await store.OpenAsync(LogKeys.Partition(book, year), cancellationToken);
        return state.Heads.ToDictionary(head => head.Key, head => head.Value.Head);
    }

    public Task<Outcome<MonthHead>> ChangeHeadAsync(HeadChange change, CancellationToken cancellationToken) => HeadRun.RunAsync(store, change, cancellationToken);

    public async IAsyncEnumerable<BookNote> ReadNotesAsync(BookId book, FiscalYear year, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var range = TableRange.Prefix(LogKeys.Partition(book, year), LogKeys.Note(prefix));
        await foreach (var row in store.Table.QueryAsync(range, cancellationToken))
            yield return NoteRows.Read(row);
    }

    public async Task<bool> WriteNoteAsync(BookId book, FiscalYear year, BookNote note, CancellationToken cancellationToken)
    {
        try
        {
            await store.Table.SubmitAsync([NoteRows.Write(LogKeys.Partition(book, year), note)], cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    public async IAsyncEnumerable<CommitRecord> ReadCommitsAsync(BookId book, FiscalYear year, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = LogKeys.Partition(book, year);
        var state = await store.OpenAsync(partition, cancellationToken);
        CommitRecord? commit = null;
        await foreach (var row in store.Table.QueryAsync(new TableRange(partition, LogKeys.CommitsFrom(after + 1), LogKeys.CommitsFrom(state.Sequence + 1)), cancellationToken))
        {
            var month = CommitRow.FromRow(row);
            if (commit is not null && commit.Sequence != month.Sequence)
                yield return commit;
            // One commit, one row per month: the rows stand side by side.
            commit = commit?.Sequence == month.Sequence
                ? commit with { Periods = [.. commit.Periods, month.Period], Vouchers = commit.Vouchers + month.Vouchers, Tombstones = commit.Tombstones + month.Tombstones }
                : new CommitRecord(month.Sequence, month.Kind, month.At, month.By, month.KeyId, month.Batch, [month.Period], month.Vouchers, month.Tombstones, month.First, month.FirstLine, month.TraceParent);
        }

        if (commit is not null)
            yield return commit;
    }

    public Task<bool> CompactAsync(BookId book, FiscalYear year, Period period, DateTimeOffset at, CancellationToken cancellationToken) => new Compaction(store, book, year, period).RunAsync(at, cancellationToken);

    public Task<int> SweepAsync(BookId book, FiscalYear? year, DateTimeOffset olderThan, CancellationToken cancellationToken) =>
        Sweep.RunAsync(store, LogKeys.Partition(book, year), olderThan, cancellationToken);

    private async Task<(string Partition, SortedDictionary<DateOnly, Dictionary<string, List<Winner>>> Winners)> WinnersAsync(BookId book, FiscalYear year, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var state = await store.OpenAsync(LogKeys.Partition(book, year), cancellationToken);
        var periods = state.Heads.Keys.Where(period => period >= Period.Of(from) && period <= Period.Of(to)).ToList();
        return (state.Partition, periods.Count == 0 ? [] : (await store.IndexAsync(state, periods, cancellationToken)).Winners(from, to));
    }

    private async Task<IReadOnlyList<Part>> OpenAsync(BookId book, Company company, CancellationToken cancellationToken) =>
        await Task.WhenAll(Partitions(book, company).Select(partition => OpenPartAsync(partition.Key, partition.Year, cancellationToken)));

    private async Task<Part> OpenPartAsync(string partition, FiscalYear? year, CancellationToken cancellationToken)
    {
        var state = await store.OpenAsync(partition, cancellationToken);
        var index = await store.IndexAsync(state, periods: null, cancellationToken);
        return new Part { Partition = partition, Year = year, State = state, Index = index, Staging = store.NewStaging(partition), BaseSequence = state.Sequence };
    }

    private static IEnumerable<(string Key, FiscalYear? Year)> Partitions(BookId book, Company company) =>
        [.. company.FiscalYears.Select(year => (LogKeys.Partition(book, year), (FiscalYear?)year)), (LogKeys.Partition(book, year: null), null)];

    private static async IAsyncEnumerable<VoucherRow> Rows(IEnumerable<Voucher> vouchers)
    {
        await Task.CompletedTask;
        foreach (var voucher in vouchers)
            yield return VoucherRow.Read("tarihsiz", voucher);
    }
}
