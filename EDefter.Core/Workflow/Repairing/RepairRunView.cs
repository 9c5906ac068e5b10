using EDefter.Core.Companies;
using EDefter.Core.Repairs;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>A repair plan on the wire, with the run's state and history.</summary>
public sealed record RepairRunView(
    string Run,
    Period Period,
    long Revision,
    RepairRunState State,
    IReadOnlyList<RepairAct> Acts,
    IReadOnlyList<int> Standing,
    IReadOnlyList<RepairGroup> Groups,
    IReadOnlyList<AccountEffect> Accounts,
    long Unrepairable,
    IReadOnlyList<RemainingFindings> Remaining,
    IReadOnlyList<ForetoldFinding> Foretold,
    IReadOnlyList<Change> Changes)
{
    /// <summary>Path of the next page of <see cref="Changes"/>; absent on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Changes in the whole plan.</summary>
    public int ChangeCount { get; init; }

    public static RepairRunView Of(RepairRun run, RepairPlan plan, Acceptance? standing) => new(
        run.Run,
        run.Period,
        run.Revision,
        run.State,
        run.Acts,
        standing?.Changes.Select(change => change.N).ToList() ?? [],
        plan.Groups,
        plan.Accounts,
        plan.Unrepairable,
        plan.Remaining,
        plan.Foretold,
        plan.Changes)
    {
        ChangeCount = plan.Changes.Count,
    };
}
