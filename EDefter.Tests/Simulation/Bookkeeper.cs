using EDefter.Core.Repairs;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Repairing;
using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>Checks, plans and applies repairs, and takes some of them back.</summary>
internal sealed class Bookkeeper(World world) : Person(world, "Muhasebeci")
{
    private static readonly string[] Refused = ["revision-moved", "month-sealed", "run-undone", "run-applied", "before-moved", "changed-since", "not-applied"];

    /// <summary>Mends a month in peace.</summary>
    public async Task MendAsync(string month)
    {
        if (!World.Model.Numbered.ContainsKey(month))
            Assert.True(await RepairAsync(month, mayUndo: false), $"{month} could not be mended although nobody disturbed");
    }

    protected override Task ActAsync() => Random.Next(4) == 0 ? CheckAsync(AnyMonth()) : RepairAsync(AnyMonth(), mayUndo: true);

    private async Task CheckAsync(string month)
    {
        var by = NextName();
        var checkedMonth = await DoAsync<CheckDesk>(desk => desk.AskMonthAsync(Company, Branch, month, ActorOf(by), idempotencyKey: null, Cancellation));
        if (checkedMonth.IsRefused)
            Assert.Equal("revision-moved", checkedMonth.Refusal.Type);
        else
            Assert.Equal(WireJson.Read<CheckReport>(checkedMonth.Value).Totals.Received, WireJson.Read<CheckReport>(checkedMonth.Value).Totals.Processed);
    }

    private async Task<bool> RepairAsync(string month, bool mayUndo)
    {
        var planner = NextName();
        var plan = await DoAsync<RepairDesk>(desk => desk.AskPlanAsync(Company, Branch, month, ActorOf(planner), idempotencyKey: null, Cancellation));
        if (plan.IsRefused)
        {
            Assert.True(Refused.Contains(plan.Refusal.Type), plan.Refusal.Type);
            return false;
        }

        var summary = WireJson.Read<PlanSummary>(plan.Value);
        if (summary.Changes == 0)
            return true;
        var run = summary.Run;
        var by = NextName();
        var applied = await DoAsync<RepairDesk>(desk => desk.AskApplyAsync(Company, Branch, month, run, Acceptance.All, ActorOf(by), idempotencyKey: null, Cancellation));
        AssertTold(by, "repair", applied);
        if (!applied.IsRefused && mayUndo && Random.Next(2) == 0)
            await UndoAsync(month, run, by);
        return !applied.IsRefused;
    }

    private async Task UndoAsync(string month, string run, string appliedBy)
    {
        await World.Schedule.PassAsync(World.Pause() * 5);
        var by = NextName();
        World.Model.WillUndo(by, appliedBy);
        AssertTold(by, "undo", await DoAsync<RepairDesk>(desk => desk.AskUndoAsync(Company, Branch, month, run, changes: null, ActorOf(by), idempotencyKey: null, Cancellation)));
    }

    private void AssertTold(string by, string kind, Outcome<string> outcome)
    {
        Assert.True(World.Model.HasActed(by, kind) != outcome.IsRefused, $"{by} was told {outcome.Refusal?.Type ?? "that it was done"}, and the trail says otherwise");
        if (outcome.IsRefused)
            Assert.True(Refused.Contains(outcome.Refusal.Type), outcome.Refusal.Type);
    }
}
