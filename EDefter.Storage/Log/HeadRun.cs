using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>One change of a month's head: decided on all heads of the fiscal year, written on condition that none of them moved.</summary>
internal static class HeadRun
{
    public static async Task<Outcome<MonthHead>> RunAsync(LogStore store, HeadChange change, CancellationToken cancellationToken)
    {
        var partition = LogKeys.Partition(change.Book, change.Year);
        using var turn = await store.TakeTurnAsync(change.Book, cancellationToken);
        for (var attempt = 0; ; attempt++)
        {
            var state = await store.OpenForWriteAsync(partition, cancellationToken);
            if (attempt > 0 && await NoteRows.FindMovedAsync(store.Table, partition, change.Notes, cancellationToken) is { } moved)
                return LogRefusals.NoteMoved(moved.Key);
            var decided = change.Decide(state.Heads.ToDictionary(head => head.Key, head => head.Value.Head));
            if (decided.IsRefused)
                return decided;
            var head = Keep(state.Head(change.Period), decided.Value, change);
            try
            {
                await store.Table.SubmitAsync(Actions(state, head, change, store.TraceParent), cancellationToken);
                return head;
            }
            catch (TableConflictException)
            {
                await store.PauseAsync(partition, attempt, cancellationToken);
            }
        }
    }

    /// <summary>The log alone counts vouchers. The revision is the decider's: an act moves it by one, a stamp leaves it.</summary>
    private static MonthHead Keep(MonthHead? before, MonthHead decided, HeadChange change)
    {
        var revision = before?.Revision ?? 0;
        if (decided.Period != change.Period || decided.Revision < revision || decided.Revision > revision + 1)
            throw new InvalidOperationException($"A change of {change.Period} at revision {revision} cannot lead to {decided.Period} at revision {decided.Revision}.");
        return decided with { Vouchers = before?.Vouchers ?? 0 };
    }

    private static List<TableAction> Actions(PartitionState state, MonthHead head, HeadChange change, string? traceParent)
    {
        var sequence = change.Kind is null ? state.Sequence : state.Sequence + 1;
        var actions = new List<TableAction> { state.WriteYear(sequence, state.Moves), state.WriteHead(head) };
        if (change.Kind is { } kind)
        {
            var actor = change.Actor ?? throw new ArgumentException("An act of the trail has an actor.", nameof(change));
            // What was given or taken back: the feed of changes tells it long after the stamp is gone.
            var numbers = kind is CommitKind.Number or CommitKind.Unnumber ? (head.Numbering ?? state.Head(change.Period)?.Numbering)?.Numbers : null;
            var commit = new CommitRow
            {
                Sequence = sequence,
                Period = change.Period,
                Kind = kind,
                At = change.At,
                By = actor.By,
                KeyId = actor.KeyId,
                First = numbers?.First,
                FirstLine = numbers?.FirstLine,
                TraceParent = traceParent,
            };
            actions.Add(TableAction.Insert(commit.ToRow(state.Partition)));
        }

        actions.AddRange(change.Notes.Select(note => NoteRows.Write(state.Partition, note)));
        return actions;
    }
}
