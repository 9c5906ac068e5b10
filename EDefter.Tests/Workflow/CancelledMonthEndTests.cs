using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Tests.Invariants;
using EDefter.Tests.Invariants.Mutants;
using Xunit;
using static EDefter.Tests.Workflow.MonthEndOffice;
using Plant = EDefter.Tests.Invariants.Plant;

namespace EDefter.Tests.Workflow;

/// <summary>A month end that somebody cancelled says so wherever its story is told, keeps what was done, and is not begun again behind his back.</summary>
public sealed class CancelledMonthEndTests
{
    private const string Reason = "Otomatik kapanış iptal edildi. Yarım kalan bir şey yoktur; bu ay aynı sürekli onayla yeniden başlatılmaz. Ayı elle numaralayıp arşivleyin.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelled_while_it_runs_its_story_ends_and_is_told()
    {
        var ground = NewGround();
        var id = string.Empty;
        var process = ground.Start(new AtArchive(() => ground.Start().Get<JobDesk>().CancelAsync(id, Cancellation)));
        await OpenAsync(process);
        Assert.Equal(1, await process.Get<MonthEndDesk>().AskDueAsync(Cancellation));
        id = ground.Queues.Next()!.Body;
        await process.RunQueuesAsync();
        await AssertCancelledAsync(process, "number");
        await TellAsync(process);
        Assert.Equal([HookEvents.NumbersGiven, HookEvents.MonthEndStopped], await EventsAsync(process));
        Assert.True(Assert.Single(await process.Get<MonthWatch>().LookAsync(Cancellation).ToListAsync(Cancellation)).HasStopped);

        ground.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(0, await process.Get<MonthEndDesk>().AskDueAsync(Cancellation));
        await process.RunQueuesAsync();
        await AssertCancelledAsync(process, "number");
        // A new approval is another matter.
        await OpenAsync(ground.Start(), new DateOnly(2025, 2, 4));
        Assert.Equal(1, await process.Get<MonthEndDesk>().AskDueAsync(Cancellation));
        await ground.Start().RunQueuesAsync();
        Assert.Equal(MonthEndOutcome.Done, (await StoryAsync(process)).Outcome);
    }

    [Fact]
    public async Task Cancelled_before_it_began_it_has_a_story_too()
    {
        var ground = NewGround();
        var process = ground.Start();
        await OpenAsync(process);
        await process.Get<MonthEndDesk>().AskDueAsync(Cancellation);
        await process.Get<JobDesk>().CancelAsync(ground.Queues.Next()!.Body, Cancellation);
        await process.RunQueuesAsync();
        await AssertCancelledAsync(process, lastStep: null);
    }

    /// <summary>Nobody works on it when it is cancelled, and whoever hears of it may die as well.</summary>
    [Fact]
    public async Task Cancelled_after_its_process_died_at_any_write_it_is_told_by_whoever_comes_next()
    {
        var told = 0;
        for (var write = 2; write < 200; write += 5)
        {
            var ground = NewGround();
            var process = ground.Start();
            await OpenAsync(process);
            await process.Get<MonthEndDesk>().AskDueAsync(Cancellation);
            var id = ground.Queues.Next()!.Body;
            var life = new Fuse(write);
            await Record.ExceptionAsync(() => new Instance(ground, life, new Plant()).Get<JobRunner>().RunAsync(id, "1", Cancellation));
            if (!life.IsBurnt)
                break;
            await process.Get<JobDesk>().CancelAsync(id, Cancellation);
            for (var end = 1; end <= 6; end++)
                await Record.ExceptionAsync(() => new Instance(ground, new Fuse(end), new Plant()).Get<JobRunner>().RunAsync(id, "1", Cancellation));
            await process.Get<JobRunner>().RunAsync(id, "1", Cancellation);
            var job = await process.Get<JobDesk>().FindAsync(id, Cancellation);
            if (job!.State != JobState.Cancelled)
                continue;
            Assert.NotNull(job.EndedAt);
            var story = await StoryAsync(process);
            // The work was done, and only the row has not heard of it.
            if (story.Outcome != MonthEndOutcome.Done)
                Assert.Equal((MonthEndOutcome.Stopped, Reason, job.EndedAt), (story.Outcome, story.Reason, story.EndedAt));
            told += story.Outcome == MonthEndOutcome.Stopped ? 1 : 0;
        }

        Assert.True(told > 2, "It was hardly ever cancelled in the midst.");
    }

    private static async Task AssertCancelledAsync(Instance process, string? lastStep)
    {
        var story = await StoryAsync(process);
        var job = await process.Get<JobDesk>().FindAsync(story.Job, Cancellation);
        Assert.Equal((JobState.Cancelled, MonthEndOutcome.Stopped, Reason, job!.EndedAt, lastStep), (job.State, story.Outcome, story.Reason, story.EndedAt, story.Steps.Count == 0 ? null : story.Steps[^1].Step));
        Assert.NotNull(story.EndedAt);
    }

    /// <summary>Somebody acts when the archive is about to be written, which is reported afterwards.</summary>
    private sealed class AtArchive(Func<Task> act) : Plant
    {
        public override IBlobs Blobs(IBlobs blobs) => new Acting(act, blobs);

        private sealed class Acting(Func<Task> act, IBlobs inner) : BlobsDecorator(inner)
        {
            public override async Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken)
            {
                if (area == BlobArea.Archives)
                    await act();
                return await base.CreateAsync(area, name, contentType, cancellationToken);
            }
        }
    }
}
