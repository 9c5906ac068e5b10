using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Repairing;
using EDefter.Storage.Tables;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>A queue delivers at least once: one delivery stands still, another takes the job over. Whatever either does then, the job ends as done exactly when it was done, and once.</summary>
public sealed class OvertakenDeliveryTests
{
    private const string Month = "2025-01";

    private static readonly Actor Person = new("Nurgül Özışık", "key-1");

    /// <summary>What a job can be asked to commit, by the word of its commit.</summary>
    private static readonly Dictionary<string, Deed> Deeds = new(StringComparer.Ordinal)
    {
        ["Number"] = new(IsOfFaulty: false, static (office, _) => office.Process.Get<NumberDesk>().AskNumbersAsync(Office.Firm, Branch.HeadOffice, Month, Person, revision: null, order: null, idempotencyKey: null, CancellationToken.None)),
        ["Repair"] = new(IsOfFaulty: true, static (office, run) => office.Process.Get<RepairDesk>().AskApplyAsync(Office.Firm, Branch.HeadOffice, Month, run, Acceptance.All, Person, idempotencyKey: null, CancellationToken.None)),
        ["Undo"] = new(IsOfFaulty: true, static async (office, run) =>
        {
            await office.ApplyAsync(Month, run, Acceptance.All);
            return await office.Process.Get<RepairDesk>().AskUndoAsync(Office.Firm, Branch.HeadOffice, Month, run, changes: null, Person, idempotencyKey: null, CancellationToken.None);
        }),
    };

    /// <summary>A delivery that waits with its commit is overtaken, and commits at any look of the other.</summary>
    [Theory]
    [InlineData("Number")]
    [InlineData("Repair")]
    [InlineData("Undo")]
    public async Task What_an_overtaken_delivery_did_is_told_as_done(string kind)
    {
        var done = 0;
        for (var look = 1; ; look++)
        {
            var (ground, office, job) = await AskAsync(kind);
            var held = new Holding();
            var overtaken = ground.Start(held).Get<JobRunner>().RunAsync(job.Id, delivery: null, CancellationToken.None);
            Assert.True(held.Held!.IsHolding, $"The first delivery of {kind} never came to its commit.");
            var watch = new Watch(look, () =>
            {
                held.Held.Let();
                return overtaken;
            });
            // An account without a card: the other looks at everything anew, and finds the month faulty.
            await office.PutChartAsync([new ChartAccount { Code = "770.01", Name = "GENEL YÖNETİM GİDERLERİ" }]);
            await ground.Start(watch).Get<JobRunner>().RunAsync(job.Id, delivery: null, CancellationToken.None);
            if (!watch.HasActed)
                break;
            var (ended, commits) = await EndAsync(office, job, kind);
            Assert.True(commits == (ended.State == JobState.Succeeded ? 1 : 0), $"look {look}: the job ended as {ended.State}, {ended.Problem?.Type}, and it was done {commits} times");
            done += commits;
        }

        Assert.True(done > 0, "Nothing was ever done: the law was not tried.");
    }

    /// <summary>A delivery that stands still at any of its looks is overtaken by one that is about to commit, and goes on until it notices: nobody else did anything, so the job must be done.</summary>
    [Theory]
    [InlineData("Number")]
    [InlineData("Repair")]
    [InlineData("Undo")]
    public async Task It_is_done_whatever_an_overtaken_delivery_does_last(string kind)
    {
        for (var look = 1; ; look++)
        {
            var (ground, office, job) = await AskAsync(kind);
            var held = new Holding();
            Task? newer = null;
            var watch = new Watch(look, () =>
            {
                newer = ground.Start(held).Get<JobRunner>().RunAsync(job.Id, delivery: null, CancellationToken.None);
                return Task.CompletedTask;
            });
            await ground.Start(watch).Get<JobRunner>().RunAsync(job.Id, delivery: null, CancellationToken.None);
            if (newer is null)
            {
                Assert.True(look > 5, "The law was not tried.");
                return;
            }

            held.Held!.Let();
            await newer;
            var (ended, commits) = await EndAsync(office, job, kind);
            Assert.True(ended.State == JobState.Succeeded && commits == 1, $"look {look}: the job ended as {ended.State}, {ended.Problem?.Type}, and it was done {commits} times");
        }
    }

    private static async Task<(Ground Ground, Office Office, Job Job)> AskAsync(string kind)
    {
        var deed = Deeds[kind];
        var ground = new Ground();
        var office = await new Office(ground.Start()).OpenAsync();
        var voucher = CleanVouchers.Of("101", new DateOnly(2025, 1, 3), 1m);
        await office.PostAsync(deed.IsOfFaulty ? CleanVouchers.Faulty(voucher) : voucher, CleanVouchers.Of("102", new DateOnly(2025, 1, 4), 2m));
        var job = (await deed.AskAsync(office, deed.IsOfFaulty ? (await office.PlanAsync(Month)).Run : string.Empty)).Value!;
        return (ground, office, job);
    }

    /// <returns>How the job ended, and how often the book says that it was done.</returns>
    private static async Task<(Job Ended, int Commits)> EndAsync(Office office, Job job, string kind)
    {
        var ended = await office.Process.Get<JobDesk>().FindAsync(job.Id, CancellationToken.None);
        return (ended!, (await office.StateAsync()).Count(line => line.StartsWith($"commit {kind} ", StringComparison.Ordinal)));
    }

    /// <param name="IsOfFaulty">It needs a month with a fault and a plan that mends it.</param>
    /// <param name="AskAsync">Asks for it, given the run of that plan.</param>
    private sealed record Deed(bool IsOfFaulty, Func<Office, string, Task<Outcome<Job>>> AskAsync);

    private sealed class Holding : Plant
    {
        public HeldTable? Held { get; private set; }

        public override ITable Table(ITable inner) => Held = new HeldTable(inner);
    }
}
