using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>The one conditional transaction that makes what was staged for a partition part of the log, with the moves that bring vouchers over from other fiscal years.</summary>
internal sealed class AppendSubmission(LogStore store, AppendRequest request, AppendJudge judge)
{
    private readonly DateTimeOffset startedAt = store.Time.GetUtcNow();

    /// <exception cref="TableConflictException">Another writer came first; nothing of the partition was written.</exception>
    /// <exception cref="TimeoutException">What was staged may be swept already; nothing was written.</exception>
    public async Task SubmitAsync(Part part, string batch, bool withNotes, List<MonthRevision> moved, CancellationToken cancellationToken)
    {
        if (store.Time.GetUtcNow() - startedAt > store.Options.StagingLifeMax)
            throw new TimeoutException("The request took longer than staged chunks are guaranteed to stand; nothing was written.");
        if (part.State.Moves.Count > 0)
            throw new TableConflictException("A move is under way in " + part.Partition);
        var moves = await AnnounceMovesAsync(part, batch, cancellationToken);
        var commit = new PartitionCommit(part.State, request.Kind, request.Actor, request.At, batch) { TraceParent = store.TraceParent };
        commit.AddVouchers(part.Staging);
        await commit.AddTombstonesAsync(store.Table, store.NewIdentity(), Tombstones(part, commit), cancellationToken);
        var answer = new BatchAnswer
        {
            Stored = part.Staging.Chunks.Sum(chunk => (long)chunk.Records.Length) + part.Skipped,
            Unchanged = part.Unchanged,
            Undated = part.IsDrawer ? part.Staging.Chunks.Sum(chunk => (long)chunk.Records.Length) : 0,
            Rejected = part.Rejected,
            SupersededRepairs = SupersededRepairs(part),
            Periods = commit.Revisions,
        };
        commit.Add(await BatchRows.PrepareAsync(store, part.Partition, batch, answer, cancellationToken));
        foreach (var (source, move) in moves)
            commit.Add(Moves.Arrive(part.Partition, move, source.Partition));
        foreach (var note in withNotes ? request.Notes : [])
            commit.Add(NoteRows.Write(part.Partition, note));
        await store.Table.SubmitAsync(commit.Actions(), cancellationToken);
        part.Index.ApplyOwn(commit.Sequence, commit.Chunks());
        part.Answer = answer;
        foreach (var (source, move) in moves)
        {
            moved.AddRange(await Moves.CompleteAsync(store, source.Partition, move, cancellationToken));
            source.State = await store.OpenAsync(source.Partition, cancellationToken);
            source.Index = await store.IndexAsync(source.State, periods: null, cancellationToken);
            source.NeedsRestage |= source.Answer is null && !judge.StillHolds(source);
        }
    }

    private async Task<List<(Part Source, string Move)>> AnnounceMovesAsync(Part part, string batch, CancellationToken cancellationToken)
    {
        var leaving = new Dictionary<Part, List<UInt128>>();
        foreach (var entry in judge.StoredIn(part))
        {
            foreach (var place in entry.Before)
            {
                if (place.Part == part)
                    continue;
                if (!leaving.TryGetValue(place.Part, out var ids))
                    leaving[place.Part] = ids = [];
                ids.Add(entry.Id);
            }
        }

        var moves = new List<(Part, string)>();
        foreach (var (source, ids) in leaving)
        {
            if (source.State.Moves.Count > 0)
                throw new TableConflictException("A move is under way in " + source.Partition);
            var intent = new MoveIntent { Id = store.NewIdentity().ToString("N"), To = part.Partition, Kind = request.Kind, At = request.At, By = request.Actor.By, KeyId = request.Actor.KeyId, Batch = batch, Rows = 0 };
            source.State = await Moves.AnnounceAsync(store, source.State, intent, ids, cancellationToken);
            moves.Add((source, intent.Id));
        }

        return moves;
    }

    private List<Tombstone> Tombstones(Part part, PartitionCommit commit)
    {
        var tombstones = new List<Tombstone>();
        foreach (var entry in judge.StoredIn(part))
        {
            var wasHere = false;
            foreach (var place in entry.Before)
            {
                wasHere |= place.Part == part && place.Period == entry.Now.Period;
                if (place.Part == part && place.Period != entry.Now.Period)
                    tombstones.Add(new Tombstone(entry.Id, place.Period, place.Day, IsMoved: true, WasLive: true));
            }

            if (!wasHere)
                commit.ChangeLive(entry.Now.Period, 1);
            if (entry.Earlier is not { } earlier)
                continue;
            foreach (var (period, day) in earlier)
            {
                if (entry.Before.All(place => place.Part != part || place.Period != period))
                    tombstones.Add(new Tombstone(entry.Id, period, day, IsMoved: true, WasLive: false));
            }
        }

        return tombstones;
    }

    /// <summary>Repairs that the request leaves replaced. Its last versions decide: a repair that a later row of the request brings back was not superseded.</summary>
    private List<string> SupersededRepairs(Part part) =>
        [.. from entry in judge.StoredIn(part)
            where entry.RepairedId is not null && entry.Before.Any(place => place.IsRepaired && place.Content != entry.Now.Content)
            select entry.RepairedId];
}
