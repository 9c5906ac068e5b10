using System.Buffers.Binary;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// A voucher whose date moves to another fiscal year is inserted there and then tombstoned here. Two partitions share no transaction, so:
/// 1. the partition it leaves announces the move in its year row (<see cref="MoveIntent"/>), 2. the commit that inserts it elsewhere also inserts
/// the row <c>move|id</c>, 3. a commit here takes the vouchers out and the announcement back. Whoever opens a partition with an announcement
/// looks for <c>move|id</c>: where it stands the move has happened and is finished on the spot; where it is missing the vouchers still live here,
/// and a writer first bars the move by inserting <c>move|id</c> itself, marked as barred, so that a slow mover cannot come later.
/// </summary>
internal static class Moves
{
    private const string Barred = "Barred";

    /// <summary>Step 1. The state is the one that the caller has judged; a conflict means it no longer holds.</summary>
    public static async Task<PartitionState> AnnounceAsync(LogStore store, PartitionState home, MoveIntent intent, IReadOnlyCollection<UInt128> ids, CancellationToken cancellationToken)
    {
        var payload = new byte[ids.Count * 16];
        var at = 0;
        foreach (var id in ids)
            BinaryPrimitives.WriteUInt128LittleEndian(payload.AsSpan(at++ * 16), id);
        intent = intent with { Rows = ByteColumns.RowsFor(payload.Length) };
        var moves = (IReadOnlyList<MoveIntent>)[.. home.Moves, intent];
        var actions = new List<TableAction> { home.WriteYear(home.Sequence, moves) };
        for (var n = 0; n < intent.Rows; n++)
        {
            var row = new TableRow(home.Partition, LogKeys.Moving(intent.Id, n));
            ByteColumns.Write(row, payload, n);
            actions.Add(TableAction.Insert(row));
        }

        var etags = await store.Table.SubmitAsync(actions, cancellationToken);
        return home with { YearETag = etags[0], Moves = moves };
    }

    /// <summary>Step 2, inside the commit of the partition that the vouchers go to.</summary>
    public static TableAction Arrive(string to, string move, string from) =>
        TableAction.Insert(new TableRow(to, LogKeys.Fence(move)) { Columns = { ["From"] = from } });

    /// <summary>Opens a partition and deals with the moves that are under way in it.</summary>
    public static async Task<PartitionState> SettleAsync(LogStore store, string partition, bool isWriter, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var state = await PartitionState.ReadAsync(store.Table, partition, cancellationToken);
            var isSettled = true;
            foreach (var intent in state.Moves)
                isSettled &= await IsStillAtHomeAsync(store, partition, intent, isWriter, cancellationToken);
            if (isSettled)
                return state;
            await store.PauseAsync(partition, attempt, cancellationToken);
        }
    }

    /// <summary>Step 3.</summary>
    /// <returns>The months that vouchers were taken out of.</returns>
    public static async Task<IReadOnlyList<MonthRevision>> CompleteAsync(LogStore store, string partition, string move, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var state = await PartitionState.ReadAsync(store.Table, partition, cancellationToken);
            if (state.Moves.FirstOrDefault(intent => intent.Id == move) is not { } intent)
                return [];
            var index = await store.IndexAsync(state, periods: null, cancellationToken);
            var commit = new PartitionCommit(state, intent.Kind, new Actor(intent.By, intent.KeyId), intent.At, intent.Batch) { Moves = [.. state.Moves.Where(other => other.Id != move)] };
            await commit.AddTombstonesAsync(store.Table, store.NewIdentity(), await ReadTombstonesAsync(store, partition, intent, index, cancellationToken), cancellationToken);
            RemoveMovingRows(commit, partition, intent);
            try
            {
                await store.Table.SubmitAsync(commit.Actions(), cancellationToken);
            }
            catch (TableConflictException)
            {
                await store.PauseAsync(partition, attempt, cancellationToken);
                continue;
            }

            index.ApplyOwn(commit.Sequence, commit.Chunks());
            return commit.Revisions;
        }
    }

    /// <returns>True when the announcement says nothing about what a reader sees now.</returns>
    private static async Task<bool> IsStillAtHomeAsync(LogStore store, string partition, MoveIntent intent, bool isWriter, CancellationToken cancellationToken)
    {
        var fence = await store.Table.FindAsync(intent.To, LogKeys.Fence(intent.Id), cancellationToken);
        if (fence is null && !isWriter)
            return true;
        if (fence is null)
            await BarAsync(store, partition, intent, cancellationToken);
        else if (fence.Columns.ContainsKey(Barred))
            await WithdrawAsync(store, partition, intent, cancellationToken);
        else
            await CompleteAsync(store, partition, intent.Id, cancellationToken);
        return false;
    }

    private static async Task BarAsync(LogStore store, string partition, MoveIntent intent, CancellationToken cancellationToken)
    {
        try
        {
            var fence = new TableRow(intent.To, LogKeys.Fence(intent.Id)) { Columns = { ["From"] = partition, [Barred] = true } };
            await store.Table.SubmitAsync([TableAction.Insert(fence)], cancellationToken);
        }
        catch (TableConflictException)
        {
            // The mover or another writer came first; the next look sees which.
        }
    }

    private static async Task WithdrawAsync(LogStore store, string partition, MoveIntent intent, CancellationToken cancellationToken)
    {
        var state = await PartitionState.ReadAsync(store.Table, partition, cancellationToken);
        if (state.Moves.All(other => other.Id != intent.Id))
            return;
        var commit = new PartitionCommit(state, intent.Kind, new Actor(intent.By, intent.KeyId), intent.At, intent.Batch) { Moves = [.. state.Moves.Where(other => other.Id != intent.Id)] };
        RemoveMovingRows(commit, partition, intent);
        try
        {
            await store.Table.SubmitAsync(commit.Actions(), cancellationToken);
        }
        catch (TableConflictException)
        {
            // Another writer came first; the next look sees what is left to do.
        }
    }

    private static void RemoveMovingRows(PartitionCommit commit, string partition, MoveIntent intent)
    {
        for (var n = 0; n < intent.Rows; n++)
            commit.Add(TableAction.Delete(partition, LogKeys.Moving(intent.Id, n), TableAction.AnyETag));
    }

    private static async Task<List<Tombstone>> ReadTombstonesAsync(LogStore store, string partition, MoveIntent intent, PartitionIndex index, CancellationToken cancellationToken)
    {
        using var payload = new MemoryStream();
        await foreach (var row in store.Table.QueryAsync(TableRange.Prefix(partition, LogKeys.Movings + intent.Id + "|"), cancellationToken))
            ByteColumns.Read(row, payload);
        var tombstones = new List<Tombstone>();
        for (var at = 0; at < payload.Length; at += 16)
        {
            var id = BinaryPrimitives.ReadUInt128LittleEndian(payload.GetBuffer().AsSpan(at));
            if (index.TryFind(id, out var hit))
                tombstones.Add(new Tombstone(id, hit.Period, hit.Chunk.Day, IsMoved: true, WasLive: true));
        }

        return tombstones;
    }
}
