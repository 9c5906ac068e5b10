using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// One commit of a partition: staged chunks and tombstones of any number of months, and whatever must change with them, in one transaction
/// that depends on the year row and on the head of every month it touches.
/// </summary>
internal sealed class PartitionCommit(PartitionState state, CommitKind kind, Actor actor, DateTimeOffset at, string? batch)
{
    private readonly SortedDictionary<Period, Month> months = [];
    private readonly List<TableAction> others = [];

    public long Sequence => months.Count == 0 ? state.Sequence : state.Sequence + 1;

    /// <summary>The moves under way once this has been committed.</summary>
    public IReadOnlyList<MoveIntent> Moves { get; set; } = state.Moves;

    public IReadOnlyList<MonthRevision> Revisions =>
        [.. months.Keys.Where(period => period != Drawer.Period).Select(period => new MonthRevision(period, NewHead(period).Revision))];

    /// <summary>W3C trace parent of the act.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Vouchers that become live in a month, or leave it (negative).</summary>
    public void ChangeLive(Period period, int by) => Of(period).Live += by;

    public void AddVouchers(Staging staging)
    {
        foreach (var chunk in staging.Chunks)
        {
            Of(chunk.Ref.Period).Chunks.Add(chunk);
            Of(chunk.Ref.Period).Vouchers += chunk.Records.Length;
        }
    }

    /// <summary>Stages the tombstones and takes them in; they are applied after the vouchers.</summary>
    public async Task AddTombstonesAsync(ITable table, Guid identity, IReadOnlyCollection<Tombstone> tombstones, CancellationToken cancellationToken)
    {
        if (tombstones.Count == 0)
            return;
        var staging = new Staging(table, state.Partition, identity);
        foreach (var tombstone in tombstones)
        {
            var record = new ChunkRecord { Id = tombstone.Id, Kind = kind, IsTombstone = true, IsMoved = tombstone.IsMoved };
            await staging.AddAsync(tombstone.Day, [], record, place: default, ordinal: 0, cancellationToken);
            if (tombstone.WasLive)
                ChangeLive(tombstone.Period, -1);
        }

        await staging.CompleteAsync(cancellationToken);
        foreach (var chunk in staging.Chunks)
        {
            Of(chunk.Ref.Period).Chunks.Add(chunk);
            Of(chunk.Ref.Period).Tombstones += chunk.Records.Length;
        }
    }

    /// <summary>A row of the partition that changes in the same transaction.</summary>
    public void Add(TableAction action) => others.Add(action);

    public IReadOnlyDictionary<Period, List<StagedChunk>> Chunks() => months.ToDictionary(month => month.Key, month => month.Value.Chunks);

    public IReadOnlyList<TableAction> Actions()
    {
        var actions = new List<TableAction> { state.WriteYear(Sequence, Moves) };
        foreach (var (period, month) in months)
        {
            actions.Add(state.WriteHead(NewHead(period)));
            actions.Add(TableAction.Insert(ToCommit(period, month).ToRow(state.Partition)));
        }

        actions.AddRange(others);
        return actions;
    }

    private MonthHead NewHead(Period period)
    {
        var head = state.Head(period) ?? new MonthHead { Period = period, Revision = 0, Vouchers = 0 };
        return head with { Revision = head.Revision + 1, VouchersAt = head.Revision + 1, Vouchers = head.Vouchers + months[period].Live };
    }

    private CommitRow ToCommit(Period period, Month month) => new()
    {
        Sequence = Sequence,
        Period = period,
        Kind = kind,
        At = at,
        By = actor.By,
        KeyId = actor.KeyId,
        Batch = batch,
        Staged = Staged(month.Chunks),
        Vouchers = month.Vouchers,
        Tombstones = month.Tombstones,
        TraceParent = TraceParent,
    };

    private static List<StagedDays> Staged(List<StagedChunk> chunks)
    {
        var staged = new List<StagedDays>();
        foreach (var chunk in chunks)
        {
            if (staged.Count == 0 || staged[^1].Staging != chunk.Ref.Staging)
                staged.Add(new StagedDays(chunk.Ref.Staging, new SortedDictionary<string, int>(StringComparer.Ordinal)));
            var day = LogKeys.Word(chunk.Ref.Day);
            staged[^1].Days[day] = staged[^1].Days.GetValueOrDefault(day) + 1;
        }

        return staged;
    }

    private Month Of(Period period)
    {
        if (!months.TryGetValue(period, out var month))
            months[period] = month = new Month();
        return month;
    }

    private sealed class Month
    {
        public List<StagedChunk> Chunks { get; } = [];

        public int Live { get; set; }

        public long Vouchers { get; set; }

        public long Tombstones { get; set; }
    }
}
