using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Repairing;

namespace EDefter.Core.Workflow.Changes;

/// <summary>Finds what a commit of a repair, or of its undoing, changed: the run that was written in the same transaction knows it, and its plan says how.</summary>
internal sealed class RepairActs(RepairRuns runs, BookId book, FiscalYear year)
{
    private Dictionary<(DateTimeOffset At, bool IsUndo), (RepairRun Run, int Act)>? acts;

    /// <summary>Changes by voucher in the order of the plan; names in the chart first, under null. Empty for a commit that only carried a voucher over from another fiscal year.</summary>
    public async Task<(RepairRun? Run, IReadOnlyList<(string? VoucherId, string? VoucherNumber, IReadOnlyList<FeedChange> Changes)> Groups)> ReadAsync(CommitRecord commit, CancellationToken cancellationToken)
    {
        acts ??= await ReadAllAsync(cancellationToken);
        if (!acts.TryGetValue((commit.At, commit.Kind == CommitKind.Undo), out var found))
            return (null, []);
        var plan = await runs.ReadPlanAsync(book, found.Run, cancellationToken);
        var changes = await ChangesAsync(plan, found.Run, found.Act, cancellationToken);
        var isUndo = commit.Kind == CommitKind.Undo;
        var groups = new List<(string?, string?, IReadOnlyList<FeedChange>)>();
        foreach (var group in changes.GroupBy(change => change.Target == RuleTarget.Chart ? null : change.VoucherId, StringComparer.Ordinal).OrderBy(group => group.Key is not null))
            groups.Add((group.Key, group.First().VoucherNumber, [.. (isUndo ? group.Reverse() : group).Select(change => Of(change, isUndo))]));
        return (found.Run, groups);
    }

    private async Task<Dictionary<(DateTimeOffset At, bool IsUndo), (RepairRun Run, int Act)>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<(DateTimeOffset, bool), (RepairRun, int)>();
        await foreach (var run in runs.ReadYearAsync(book, year, cancellationToken))
        {
            for (var act = 0; act < run.Acts.Count; act++)
            {
                if (run.Acts[act].Kind is "apply" or "undo")
                    all[(run.Acts[act].At, run.Acts[act].Kind == "undo")] = (run, act);
            }
        }

        return all;
    }

    // An act leaves behind what stands after it; what it took back is what stood before and does not stand now.
    private async Task<IReadOnlyList<Change>> ChangesAsync(RepairPlan plan, RepairRun run, int act, CancellationToken cancellationToken)
    {
        if (run.Acts[act].Kind == "apply")
            return await StandingAfterAsync(plan, run, act, cancellationToken);
        var before = await StandingAfterAsync(plan, run, act - 1, cancellationToken);
        // An undo of the whole run is its last act, and leaves nothing to keep.
        var isWhole = act == run.Acts.Count - 1 && run.State == RepairRunState.Undone;
        var staying = isWhole ? [] : (await StandingAfterAsync(plan, run, act, cancellationToken)).Select(change => change.N).ToHashSet();
        return [.. before.Where(change => !staying.Contains(change.N))];
    }

    private async Task<IReadOnlyList<Change>> StandingAfterAsync(RepairPlan plan, RepairRun run, int act, CancellationToken cancellationToken)
    {
        var standing = RepairApplier.Accept(plan, await runs.ReadStandingAsync(book, run, run.Acts[act].Asked, cancellationToken));
        return standing.IsRefused ? throw new InvalidDataException($"The run {run.Run} does not fit its plan.") : standing.Value.Changes;
    }

    private static FeedChange Of(Change change, bool isUndo) =>
        isUndo ? new FeedChange(change.Rule, change.Kind, change.Line, change.Field, change.After, change.Before) : new FeedChange(change.Rule, change.Kind, change.Line, change.Field, change.Before, change.After) { Parts = change.Parts };
}
