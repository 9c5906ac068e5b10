using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Jobs;
using EDefter.Tests.Invariants;
using EDefter.Tests.Storage;
using Xunit;
using static EDefter.Tests.Workflow.MonthEndOffice;

namespace EDefter.Tests.Workflow;

/// <summary>A month end that a fault of ours brought down says so, to everybody who waits for it; it is tried again each morning, and goes on from what was done.</summary>
public sealed class GivenUpMonthEndTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_ends_as_failed_with_its_job_is_told_each_morning_and_goes_on_when_the_fault_is_gone()
    {
        var plant = new BlobFaults(BlobArea.Archives) { IsOn = true };
        var ground = NewGround();
        var process = await OpenAsync(ground, plant);
        await MorningAsync(process);
        var failed = await StoryAsync(process);
        Assert.Equal((MonthEndOutcome.Failed, ground.Clock.GetUtcNow()), (failed.Outcome, failed.EndedAt));
        Assert.Equal(
            $"Otomatik kapanış tamamlanamadı: 5 deneme yazılımdaki bir arıza yüzünden sonuna varamadı. Yarım kalan bir şey yoktur; bu ay bitene dek her sabah yeniden denenir. Beklemek istemezseniz ayı elle numaralayıp arşivleyin. Sorun sürerse iş kimliğiyle ({failed.Job}) destek isteyin.",
            failed.Reason);
        Assert.Equal("number", failed.Steps[^1].Step);
        Assert.Equal("accepted", Assert.Single(failed.Tellings!).Outcome);
        Assert.True(Assert.Single(await process.Get<MonthWatch>().LookAsync(Cancellation).ToListAsync(Cancellation)).HasStopped);

        // The queue delivers the poisoned message again: the same end is told once, and the line of the alert is written.
        var lines = new WrittenLines<FailBackgroundJob>();
        await new FailBackgroundJob(process.Get<JobRunner>(), lines).RunAsync(failed.Job, Cancellation);
        Assert.Equal([$"Month end stopped: deneme 0000 was given up, job {failed.Job}."], lines.Written);
        await TellAsync(process);
        Assert.Equal(["numbers-given", "month-end-failed"], await EventsAsync(process));

        ground.Clock.Pass(TimeSpan.FromDays(1));
        await MorningAsync(process);
        Assert.Equal((MonthEndOutcome.Failed, ground.Clock.GetUtcNow(), failed.Steps.Count), ((await StoryAsync(process)).Outcome, (await StoryAsync(process)).EndedAt, (await StoryAsync(process)).Steps.Count));
        ground.Clock.Pass(TimeSpan.FromDays(1));
        plant.IsOn = false;
        await MorningAsync(process);
        var done = await StoryAsync(process);
        Assert.Equal((MonthEndOutcome.Done, failed.Job, null, "archive"), (done.Outcome, done.Job, done.Reason, done.Steps[^1].Step));
        Assert.Equal(["numbers-given", "month-end-failed", "month-end-failed", "archive-ready", "month-end-done"], await EventsAsync(process));
        Assert.Empty(await process.Get<MonthWatch>().LookAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_fault_before_the_first_step_is_told_too()
    {
        var process = await OpenAsync(NewGround(), new BlobFaults(BlobArea.Reports) { IsOn = true });
        await MorningAsync(process);
        var story = await StoryAsync(process);
        Assert.Equal((MonthEndOutcome.Failed, 0), (story.Outcome, story.Steps.Count));
        Assert.Equal(["month-end-failed"], await EventsAsync(process));
    }

    [Fact]
    public async Task Killed_at_any_write_of_giving_up_the_next_delivery_tells_it()
    {
        for (var write = 1; ; write++)
        {
            var plant = new BlobFaults(BlobArea.Archives) { IsOn = true };
            var ground = NewGround();
            var process = await OpenAsync(ground, plant);
            await process.Get<MonthEndDesk>().AskDueAsync(Cancellation);
            var id = ground.Queues.Next()!.Body;
            await Assert.ThrowsAsync<InvalidOperationException>(() => process.Get<JobRunner>().RunAsync(id, delivery: null, Cancellation));
            var met = await Record.ExceptionAsync(() => new Instance(ground, new Fuse(write), plant).Get<JobRunner>().PoisonAsync(id, Cancellation));
            await ground.Start(plant).Get<JobRunner>().PoisonAsync(id, Cancellation);
            Assert.Equal(MonthEndOutcome.Failed, (await StoryAsync(process)).Outcome);
            if (met is null)
            {
                // The job's row and the document.
                Assert.True(write > 2);
                return;
            }

            Assert.IsType<KilledException>(met);
        }
    }

    // What the timers and the queues do of a morning.
    private static async Task MorningAsync(Instance process)
    {
        Assert.Equal(1, await process.Get<MonthEndDesk>().AskDueAsync(Cancellation));
        await process.RunQueuesAsync();
        await TellAsync(process);
    }

    private static async Task<Instance> OpenAsync(Ground ground, BlobFaults plant)
    {
        var process = ground.Start(plant);
        await MonthEndOffice.OpenAsync(process);
        return process;
    }
}
