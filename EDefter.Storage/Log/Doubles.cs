using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// Two first posts of one id that are dated in two fiscal years share no row: each is committed without having seen the other. So whoever has brought a new
/// id looks at the other fiscal years once more, after the commit: of two that came at once, the one that was committed second sees both. The version
/// that was committed later stays, and the earlier one leaves its month as if it had moved. A sealed month loses nothing.
/// </summary>
internal sealed class Doubles(LogStore store, AppendRequest request, IReadOnlyList<Part> parts)
{
    /// <param name="home">Where the ids were brought.</param>
    /// <param name="ids">Their hashes.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <returns>The months that vouchers were taken out of.</returns>
    public async Task<IReadOnlyList<MonthRevision>> EndAsync(Part home, IReadOnlyCollection<UInt128> ids, CancellationToken cancellationToken)
    {
        var ended = new List<MonthRevision>();
        var others = parts.Where(part => part != home).Select(part => part.Partition).ToList();
        foreach (var other in await Task.WhenAll(others.Select(partition => LookAsync(partition, isWriter: false, cancellationToken))))
        {
            var doubled = ids.Where(id => other.Index.TryFind(id, out _)).ToList();
            if (doubled.Count > 0)
                await EndAsync(home.Partition, other.State.Partition, doubled, ended, cancellationToken);
        }

        return ended;
    }

    private async Task EndAsync(string first, string second, List<UInt128> ids, List<MonthRevision> ended, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var one = await LookAsync(first, isWriter: true, cancellationToken);
            var other = await LookAsync(second, isWriter: true, cancellationToken);
            foreach (var id in ids)
            {
                if (await LoserAsync(one, other, id, cancellationToken) is { } loser && loser.Index.TryFind(id, out var hit))
                    loser.Tombstones.Add(new Tombstone(id, hit.Period, hit.Chunk.Day, IsMoved: true, WasLive: true));
            }

            try
            {
                await SubmitAsync(one, ended, cancellationToken);
                await SubmitAsync(other, ended, cancellationToken);
                return;
            }
            catch (TableConflictException)
            {
                // Another writer came first: look again whether they are doubled still.
                await store.PauseAsync(first, attempt, cancellationToken);
            }
        }
    }

    private async Task<View> LookAsync(string partition, bool isWriter, CancellationToken cancellationToken)
    {
        var state = isWriter ? await store.OpenForWriteAsync(partition, cancellationToken) : await store.OpenAsync(partition, cancellationToken);
        return new View(state, await store.IndexAsync(state, periods: null, cancellationToken));
    }

    /// <returns>Where the voucher must go; null when it does not live twice, or neither month may lose it.</returns>
    private async Task<View?> LoserAsync(View one, View other, UInt128 id, CancellationToken cancellationToken)
    {
        if (!one.Index.TryFind(id, out var here) || !other.Index.TryFind(id, out var there))
            return null;
        var (oneIsSealed, otherIsSealed) = (one.State.IsSealed(here.Period), other.State.IsSealed(there.Period));
        if (oneIsSealed || otherIsSealed)
            return oneIsSealed && otherIsSealed ? null : oneIsSealed ? other : one;
        // The storage's own clock, so that everybody who looks decides the same.
        var (hereAt, thereAt) = (await CommittedAtAsync(one, here, cancellationToken), await CommittedAtAsync(other, there, cancellationToken));
        var order = hereAt == thereAt ? string.CompareOrdinal(one.State.Partition, other.State.Partition) : hereAt.CompareTo(thereAt);
        return order < 0 ? one : other;
    }

    private async Task<DateTimeOffset> CommittedAtAsync(View view, IndexHit hit, CancellationToken cancellationToken)
    {
        var key = LogKeys.Commit(hit.Entry.Sequence, hit.Period);
        var row = await store.Table.FindAsync(view.State.Partition, key, cancellationToken);
        return row?.Timestamp ?? throw new InvalidDataException($"The log of {view.State.Partition} misses {key}.");
    }

    private async Task SubmitAsync(View view, List<MonthRevision> ended, CancellationToken cancellationToken)
    {
        if (view.Tombstones.Count == 0)
            return;
        if (view.State.Moves.Count > 0)
            throw new TableConflictException("A move is under way in " + view.State.Partition);
        var commit = new PartitionCommit(view.State, request.Kind, request.Actor, request.At, batch: null);
        await commit.AddTombstonesAsync(store.Table, store.NewIdentity(), view.Tombstones, cancellationToken);
        await store.Table.SubmitAsync(commit.Actions(), cancellationToken);
        view.Index.ApplyOwn(commit.Sequence, commit.Chunks());
        ended.AddRange(commit.Revisions);
    }

    // A partition as it stands, and what is to leave it.
    private sealed record View(PartitionState State, PartitionIndex Index)
    {
        public List<Tombstone> Tombstones { get; } = [];
    }
}
