using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// Where every live voucher of a partition is, month by month, kept in this process up to a commit and brought forward by reading only what was
/// committed since. It reads one column of the chunks. Safe for concurrent use.
/// </summary>
internal sealed class PartitionIndex(ITable table, string partition)
{
    // Beyond this many (staging, day) pairs it is cheaper to read the column of whole days than to ask for each pair.
    private const int PairsMax = 8;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim oneRefresh = new(1, 1);
    private readonly Dictionary<Period, MonthIndex> months = [];

    /// <summary>Live vouchers known; the cache's measure of memory.</summary>
    public long Count
    {
        get
        {
            lock (gate)
                return months.Values.Sum(month => (long)month.Count);
        }
    }

    /// <summary>Where the voucher lives; only months that were refreshed are known.</summary>
    public bool TryFind(UInt128 id, out IndexHit hit)
    {
        lock (gate)
        {
            foreach (var (period, month) in months)
            {
                if (month.TryFind(id, out var entry))
                {
                    hit = new IndexHit(period, entry, month.Chunk(entry));
                    return true;
                }
            }
        }

        hit = default;
        return false;
    }

    /// <summary>The winners of the days, by day and chunk: a snapshot that later commits do not touch.</summary>
    public SortedDictionary<DateOnly, Dictionary<string, List<Winner>>> Winners(DateOnly from, DateOnly to)
    {
        var days = new SortedDictionary<DateOnly, Dictionary<string, List<Winner>>>();
        lock (gate)
        {
            foreach (var (period, month) in months)
            {
                if (period != Drawer.Period && (period < Period.Of(from) || period > Period.Of(to)))
                    continue;
                foreach (var (id, entry) in month.Entries)
                    Add(days, month.Chunk(entry), Winner.Of(id, entry), from, to);
            }
        }

        return days;
    }

    /// <summary>The winners of a month as they stood after a commit, by day and chunk, from a day on. Nothing of it is kept.</summary>
    public async Task<SortedDictionary<DateOnly, Dictionary<string, List<Winner>>>> WinnersAtAsync(Period period, long sequence, DateOnly from, CancellationToken cancellationToken)
    {
        var month = new MonthIndex();
        var news = await ReadCommitsAsync(new Dictionary<Period, long> { [period] = 0 }, from: 0, sequence, cancellationToken);
        if (news.TryGetValue(period, out var commits))
        {
            foreach (var (at, chunk) in await ReadChunksAsync(period, commits, isCold: true, cancellationToken))
                month.Apply(at, chunk.Ref, chunk.Records);
        }

        var days = new SortedDictionary<DateOnly, Dictionary<string, List<Winner>>>();
        foreach (var (id, entry) in month.Entries)
            Add(days, month.Chunk(entry), Winner.Of(id, entry), from, period.LastDay);
        return days;
    }

    /// <summary>What a month holds, without its vouchers; only months that were refreshed are known.</summary>
    /// <param name="period">The month.</param>
    /// <param name="after">Versions of later commits are counted as newer.</param>
    public IndexContents Contents(Period period, long after)
    {
        lock (gate)
        {
            if (!months.TryGetValue(period, out var month))
                return new IndexContents(VoucherHash.OfAll([], []), NewerCount: 0, Newer: null, Doubled: null);
            var (ids, contents) = (new UInt128[month.Count], new UInt128[month.Count]);
            var others = months.Values.Where(other => other != month && other.Count > 0).ToArray();
            var at = 0;
            var newerCount = 0L;
            (UInt128 Id, IndexEntry Entry)? newer = null, doubled = null;
            foreach (var (id, entry) in month.Entries)
            {
                (ids[at], contents[at++]) = (id, entry.Content);
                if (entry.Sequence > after)
                {
                    newerCount++;
                    newer = First(newer, id, entry);
                }

                if (Array.Exists(others, other => other.TryFind(id, out _)))
                    doubled = First(doubled, id, entry);
            }

            return new IndexContents(VoucherHash.OfAll(ids, contents), newerCount, HitOf(newer), HitOf(doubled));

            IndexHit? HitOf((UInt128 Id, IndexEntry Entry)? found) => found is { } one ? new IndexHit(period, one.Entry, month.Chunk(one.Entry)) : null;
        }

        static (UInt128 Id, IndexEntry Entry) First((UInt128 Id, IndexEntry Entry)? before, UInt128 id, IndexEntry entry) => before is { } found && found.Id < id ? found : (id, entry);
    }

    /// <summary>A month as it stands here; null when it was never refreshed.</summary>
    public MonthSnapshot? Snapshot(Period period)
    {
        lock (gate)
        {
            if (!months.TryGetValue(period, out var month))
                return null;
            var days = new SortedDictionary<DateOnly, Dictionary<string, List<Winner>>>();
            foreach (var (id, entry) in month.Entries)
                Add(days, month.Chunk(entry), Winner.Of(id, entry), DateOnly.MinValue, DateOnly.MaxValue);
            return new MonthSnapshot(month.Sequence, month.Chunks, days);
        }
    }

    /// <summary>Brings the months up to a commit that is known to exist.</summary>
    /// <param name="packs">The months wanted, each with its gathered copy or null.</param>
    /// <param name="sequence">The commit.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task RefreshAsync(IReadOnlyDictionary<Period, PackStamp?> packs, long sequence, CancellationToken cancellationToken)
    {
        await oneRefresh.WaitAsync(cancellationToken);
        try
        {
            Period[] periods = [.. packs.Keys];
            var gathered = new Dictionary<Period, MonthIndex>();
            foreach (var (period, pack) in packs)
            {
                if (pack is not null && pack.Sequence > PackedUpTo(period))
                    gathered[period] = await ReadPackAsync(period, pack, cancellationToken);
            }

            var known = Known(periods, gathered);
            var from = known.Count == 0 ? sequence : known.Values.Min();
            var news = from < sequence ? await ReadCommitsAsync(known, from, sequence, cancellationToken) : [];
            foreach (var (period, commits) in news)
            {
                var chunks = await ReadChunksAsync(period, commits, isCold: known[period] == 0, cancellationToken);
                Apply(period, gathered.GetValueOrDefault(period), known[period], chunks);
            }

            Advance(periods, gathered, sequence);
        }
        finally
        {
            oneRefresh.Release();
        }
    }

    /// <summary>Takes over what this process itself has just committed, so that it need not be read back.</summary>
    public void ApplyOwn(long sequence, IReadOnlyDictionary<Period, List<StagedChunk>> chunks)
    {
        lock (gate)
        {
            foreach (var (period, month) in months)
            {
                // A month that is further behind will read this commit with the others.
                if (month.Sequence != sequence - 1)
                    continue;
                foreach (var chunk in chunks.GetValueOrDefault(period) ?? [])
                    month.Apply(sequence, chunk.Ref, chunk.Records);
                month.Sequence = sequence;
            }
        }
    }

    private long PackedUpTo(Period period)
    {
        lock (gate)
            return months.TryGetValue(period, out var month) ? month.Pack?.Sequence ?? -1 : -1;
    }

    // A month that was gathered since is read anew: the gathered chunks are few, and later readings find them close together. It is nobody's to see until it has
    // caught up: what stands here must never go back.
    private async Task<MonthIndex> ReadPackAsync(Period period, PackStamp pack, CancellationToken cancellationToken)
    {
        var month = new MonthIndex { Pack = pack, Sequence = pack.Sequence };
        var range = TableRange.Prefix(partition, LogKeys.PacksOf(pack.Staging)) with { Columns = [ChunkRows.RecordsColumn], RowsAtOnce = ChunkRows.RecordsAtOnce };
        await foreach (var row in table.QueryAsync(range, cancellationToken))
        {
            var (chunk, part) = LogKeys.ParsePack(row.Key);
            if (part == 0)
                month.Apply(pack.Sequence, chunk, ChunkRecord.ReadAll(row.Bytes(ChunkRows.RecordsColumn)));
        }

        return month.Chunks == pack.Chunks
            ? month
            : throw new InvalidDataException($"The head of {LogKeys.Word(period)} in {partition} names {pack.Chunks} gathered chunks, and there are {month.Chunks}.");
    }

    private Dictionary<Period, long> Known(IReadOnlyCollection<Period> periods, Dictionary<Period, MonthIndex> gathered)
    {
        lock (gate)
        {
            var known = new Dictionary<Period, long>();
            foreach (var period in periods)
            {
                if (!months.TryGetValue(period, out var month))
                    months[period] = month = new MonthIndex();
                known[period] = (gathered.GetValueOrDefault(period) ?? month).Sequence;
            }

            return known;
        }
    }

    private async Task<Dictionary<Period, List<CommitRow>>> ReadCommitsAsync(Dictionary<Period, long> known, long from, long sequence, CancellationToken cancellationToken)
    {
        var range = new TableRange(partition, LogKeys.CommitsFrom(from + 1), LogKeys.CommitsFrom(sequence + 1));
        var news = new Dictionary<Period, List<CommitRow>>();
        await foreach (var row in table.QueryAsync(range, cancellationToken))
        {
            var (at, period) = LogKeys.ParseCommit(row.Key);
            if (!known.TryGetValue(period, out var upTo) || at <= upTo || CommitRow.FromRow(row) is not { Staged.Count: > 0 } commit)
                continue;
            if (!news.TryGetValue(period, out var commits))
                news[period] = commits = [];
            commits.Add(commit);
        }

        return news;
    }

    private async Task<List<(long Sequence, StagedChunk Chunk)>> ReadChunksAsync(Period period, List<CommitRow> commits, bool isCold, CancellationToken cancellationToken)
    {
        // Order of application: commit, then staging inside the commit, then number.
        var order = new Dictionary<string, (long Sequence, int Rank)>(StringComparer.Ordinal);
        var expected = 0;
        foreach (var commit in commits)
        {
            for (var rank = 0; rank < commit.Staged.Count; rank++)
            {
                order[commit.Staged[rank].Staging] = (commit.Sequence, rank);
                expected += commit.Staged[rank].Days.Values.Sum();
            }
        }

        var found = new List<(long Sequence, int Rank, StagedChunk Chunk)>(expected);
        foreach (var range in Ranges(period, commits, isCold))
        {
            await foreach (var row in table.QueryAsync(range, cancellationToken))
            {
                var (day, staging, number, part) = LogKeys.ParseChunk(row.Key);
                if (part == 0 && order.TryGetValue(staging, out var place))
                    found.Add((place.Sequence, place.Rank, new StagedChunk(new ChunkRef(day, staging, number), ChunkRecord.ReadAll(row.Bytes(ChunkRows.RecordsColumn)))));
            }
        }

        if (found.Count != expected)
            throw new InvalidDataException($"The log of {partition} names {expected} chunks for {LogKeys.Word(period)} and holds {found.Count}.");
        return [.. found.OrderBy(f => f.Sequence).ThenBy(f => f.Rank).ThenBy(f => f.Chunk.Ref.Number).Select(f => (f.Sequence, f.Chunk))];
    }

    private IEnumerable<TableRange> Ranges(Period period, List<CommitRow> commits, bool isCold)
    {
        IReadOnlyList<string> column = [ChunkRows.RecordsColumn];
        if (isCold && period != Drawer.Period)
            return [TableRange.Prefix(partition, LogKeys.Chunks + LogKeys.Word(period) + "-") with { Columns = column, RowsAtOnce = ChunkRows.RecordsAtOnce }];
        var pairs = commits.SelectMany(commit => commit.Staged).SelectMany(staged => staged.Days.Keys.Select(day => (Day: day, staged.Staging))).ToList();
        var prefixes = pairs.Count <= PairsMax
            ? pairs.Select(pair => LogKeys.ChunksOf(LogKeys.DayOf(pair.Day), pair.Staging))
            : pairs.Select(pair => LogKeys.ChunksOf(LogKeys.DayOf(pair.Day))).Distinct(StringComparer.Ordinal);
        return prefixes.Select(prefix => TableRange.Prefix(partition, prefix) with { Columns = column, RowsAtOnce = ChunkRows.RecordsAtOnce });
    }

    private void Apply(Period period, MonthIndex? gathered, long upTo, List<(long Sequence, StagedChunk Chunk)> chunks)
    {
        lock (gate)
        {
            // Own commits may have been taken over while the rows were on their way.
            var month = gathered ?? months[period];
            if (month.Sequence != upTo && chunks.Exists(chunk => chunk.Sequence <= month.Sequence))
                chunks.RemoveAll(chunk => chunk.Sequence <= month.Sequence);
            foreach (var (sequence, chunk) in chunks)
                month.Apply(sequence, chunk.Ref, chunk.Records);
            if (chunks.Count > 0)
                month.Sequence = Math.Max(month.Sequence, chunks[^1].Sequence);
        }
    }

    private void Advance(IReadOnlyCollection<Period> periods, Dictionary<Period, MonthIndex> gathered, long sequence)
    {
        lock (gate)
        {
            foreach (var period in periods)
            {
                // An own commit that was taken over meanwhile is not in the gathered month: then the next refresh begins with it.
                if (gathered.TryGetValue(period, out var month) && months[period].Sequence <= Math.Max(month.Sequence, sequence))
                    months[period] = month;
                months[period].Sequence = Math.Max(months[period].Sequence, sequence);
            }
        }
    }

    private static void Add(SortedDictionary<DateOnly, Dictionary<string, List<Winner>>> days, ChunkRef chunk, Winner winner, DateOnly from, DateOnly to)
    {
        if (chunk.Day < from || chunk.Day > to)
            return;
        if (!days.TryGetValue(chunk.Day, out var chunks))
            days[chunk.Day] = chunks = new Dictionary<string, List<Winner>>(StringComparer.Ordinal);
        if (!chunks.TryGetValue(chunk.Key, out var winners))
            chunks[chunk.Key] = winners = [];
        winners.Add(winner);
    }
}
