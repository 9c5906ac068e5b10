using System.Collections.Concurrent;
using EDefter.Core.Companies;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>What every act of the log works with: the table, the indexes of this process, the clock, fresh identities.</summary>
internal sealed class LogStore(ITable table, Func<Guid> newIdentity, TimeProvider time, VoucherLogOptions options, Func<string?>? traceParent = null)
{
    private readonly ConcurrentDictionary<BookId, SemaphoreSlim> turns = new();
    private readonly Dictionary<string, (PartitionIndex Index, long UsedAt)> indexes = new(StringComparer.Ordinal);
    private readonly Lock indexGate = new();
    private long uses;

    public ITable Table => table;

    public TimeProvider Time => time;

    public VoucherLogOptions Options => options;

    /// <summary>W3C trace parent of the act that is under way; null when nobody records it.</summary>
    public string? TraceParent => traceParent?.Invoke();

    public Guid NewIdentity() => newIdentity();

    public Staging NewStaging(string partition) => new(table, partition, newIdentity());

    /// <summary>Chunks of a gathered month: no commit names them, but the month's head.</summary>
    public Staging NewPack(string partition) => new(table, partition, newIdentity(), isPack: true);

    /// <summary>Writers of one book inside this process wait for each other instead of losing against each other; other processes are kept out by ETags alone.</summary>
    public async Task<Turn> TakeTurnAsync(BookId book, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(book, _ => new SemaphoreSlim(1, 1));
        var isFree = turn.Wait(0, cancellationToken);
        if (!isFree)
            await turn.WaitAsync(cancellationToken);
        return new Turn(turn, HasWaited: !isFree);
    }

    /// <summary>Bounded, and without chance: at most <see cref="VoucherLogOptions.AttemptsMax"/> pauses.</summary>
    public async Task PauseAsync(string partition, int attempt, CancellationToken cancellationToken)
    {
        if (attempt >= options.AttemptsMax)
            throw new LogBusyException(partition);
        var pause = options.Pause * Math.Pow(2, Math.Min(attempt, 10));
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause < options.PauseMax ? pause : options.PauseMax, time, cancellationToken);
    }

    /// <summary>The partition as a reader sees it: a move that has reached its target is finished first.</summary>
    public Task<PartitionState> OpenAsync(string partition, CancellationToken cancellationToken) =>
        Moves.SettleAsync(this, partition, isWriter: false, cancellationToken);

    /// <summary>The partition as a writer needs it: no move is under way.</summary>
    public Task<PartitionState> OpenForWriteAsync(string partition, CancellationToken cancellationToken) =>
        Moves.SettleAsync(this, partition, isWriter: true, cancellationToken);

    /// <summary>The partition's index, brought up to the state for the months given (all that were ever written to when null).</summary>
    public async Task<PartitionIndex> IndexAsync(PartitionState state, IReadOnlyCollection<Period>? periods, CancellationToken cancellationToken)
    {
        var index = Index(state.Partition);
        var packs = (periods ?? [.. state.Heads.Keys]).ToDictionary(period => period, period => state.Head(period)?.Pack);
        await index.RefreshAsync(packs, state.Sequence, cancellationToken);
        return index;
    }

    private PartitionIndex Index(string partition)
    {
        lock (indexGate)
        {
            var index = indexes.TryGetValue(partition, out var known) ? known.Index : new PartitionIndex(table, partition);
            indexes[partition] = (index, ++uses);
            while (indexes.Count > 1 && indexes.Values.Sum(entry => entry.Index.Count) > options.IndexVouchersMax)
                indexes.Remove(indexes.MinBy(entry => entry.Value.UsedAt).Key);
            return index;
        }
    }

    /// <param name="Held">Given back at the end.</param>
    /// <param name="HasWaited">Another writer of this process came first: what was read of the book before is out of date.</param>
    public sealed record Turn(SemaphoreSlim Held, bool HasWaited) : IDisposable
    {
        public void Dispose() => Held.Release();
    }
}
