using System.Text.Json;
using EDefter.Core.Repairs;
using EDefter.Core.Workflow.Repairing;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// A plan tells of one moment of its month: at whatever look into the books a voucher moves to another month, the plan is one that could have been made before it or
/// after it. And of two people who apply or take back one run at once, exactly one has done it, and the other is told.
/// </summary>
public sealed class RepairPlanTests
{
    private const string January = "2025-01";
    private const string February = "2025-02";

    private static readonly string[] TooLate = ["run-applied", "run-undone", "revision-moved", "changed-since"];

    [Theory]
    [InlineData(January)]
    [InlineData(February)]
    public async Task A_plan_tells_of_one_moment_of_its_month(string month)
    {
        for (var look = 1; ; look++)
        {
            var ground = new Ground();
            var office = await OpenAsync(ground);
            var before = ChangesOf(await office.PlanAsync(month));
            var watch = new Watch(look, () => office.PostAsync(CleanVouchers.Faulty(CleanVouchers.Of("102", new DateOnly(2025, 2, 3), 2m))));
            var torn = ChangesOf(await new Office(ground.Start(watch)).PlanAsync(month));
            if (!watch.HasActed)
                return;
            string[] whole = [before, ChangesOf(await office.PlanAsync(month))];
            Assert.True(whole.Contains(torn, StringComparer.Ordinal), $"look {look}: {torn} is neither of {string.Join(" and ", whole)}");
        }
    }

    [Fact]
    public Task Of_two_who_apply_one_run_exactly_one_has_done_it() => TwoAsync("Repair", static (_, _) => Task.CompletedTask, static (person, run) => person.TryApplyAsync(January, run, Acceptance.All));

    [Fact]
    public Task Of_two_who_take_one_run_back_exactly_one_has_done_it() => TwoAsync("Undo", static (person, run) => person.ApplyAsync(January, run, Acceptance.All), static (person, run) => person.TryUndoAsync(January, run));

    private static async Task TwoAsync(string kind, Func<Office, string, Task> prepare, Func<Office, string, Task<Core.Workflow.Outcome<string>>> act)
    {
        for (var write = 1; ; write++)
        {
            var ground = new Ground();
            var office = await OpenAsync(ground);
            var run = (await office.PlanAsync(January)).Run;
            await prepare(office, run);
            var other = new Office(ground.Start(), by: "İkinci Kişi");
            var second = default(Core.Workflow.Outcome<string>);
            var interruption = new Interruption(new Plant(), write, async () => second = await act(other, run));
            var first = await act(new Office(ground.Start(interruption), by: "Birinci Kişi"), run);
            if (!interruption.HasActed)
                return;
            Assert.True(first.IsRefused != second.IsRefused, $"write {write}: both or none of two people have done it");
            Assert.Contains((first.Refusal ?? second.Refusal)!.Type, TooLate);
            var state = await new Office(ground.Start()).StateAsync();
            Assert.Single(state, line => line.StartsWith($"commit {kind} ", StringComparison.Ordinal));
        }
    }

    private static async Task<Office> OpenAsync(Ground ground)
    {
        var office = await new Office(ground.Start()).OpenAsync();
        await office.PostAsync(
            CleanVouchers.Faulty(CleanVouchers.Of("101", new DateOnly(2025, 1, 3), 1m)),
            CleanVouchers.Faulty(CleanVouchers.Of("102", new DateOnly(2025, 1, 4), 2m)),
            CleanVouchers.Faulty(CleanVouchers.Of("103", new DateOnly(2025, 2, 3), 3m)));
        return office;
    }

    private static string ChangesOf(RepairRunView plan) => JsonSerializer.Serialize(plan.Changes.Select(static change => $"{change.Rule} {change.VoucherId} {change.Field} {change.After}"));
}
