using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Invariants;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>A job that brings down every process that takes it on is given up, whatever messages are sent for it: the sweep's are new ones, which the queue has never counted.</summary>
public sealed class LostJobTests
{
    private static readonly Actor Person = new("Nurgül Özışık", "key-1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_given_up_after_so_many_deaths_and_can_be_asked_for_again(bool isAskedAgain)
    {
        var ground = new Ground();
        var process = ground.Start();
        var office = await new Office(process).OpenAsync();
        await office.PostAsync(CleanVouchers.Of("a", new DateOnly(2025, 1, 3), 1m));
        var id = (await AskAsync(process)).Id;
        for (var death = 1; death <= JobDesk.LostMost; death++)
        {
            await DieAsync(ground, id, death);
            ground.Clock.Pass(JobDesk.StaleAfter + TimeSpan.FromSeconds(1));
            if (isAskedAgain)
                Assert.Equal(id, (await AskAsync(process)).Id);
            else
                Assert.Equal(1, await process.Get<JobDesk>().RequeueStaleAsync(Cancellation));
        }

        await Assert.ThrowsAsync<JobLostException>(() => process.Get<JobRunner>().RunAsync(id, "one-more", Cancellation));
        await process.RunQueuesAsync();
        var job = await process.Get<JobDesk>().FindAsync(id, Cancellation);
        Assert.Equal((JobState.Failed, "job-failed"), (job!.State, job.Problem?.Type));
        Assert.Equal(1, (await office.CheckAsync("2025-01")).Totals.Vouchers);
    }

    /// <summary>Parts may wait on their queue for long, and nobody holds the job meanwhile: that is no death.</summary>
    [Fact]
    public async Task A_job_that_waits_for_its_parts_loses_nobody()
    {
        var ground = new Ground { PartSize = new PartSize(2) };
        var process = ground.Start();
        var office = await new Office(process).OpenAsync();
        await office.PostAsync([.. Enumerable.Range(1, 9).Select(day => CleanVouchers.Of($"v{day}", new DateOnly(2025, 1, day), 1m))]);
        var id = (await AskAsync(process)).Id;
        await process.Get<JobRunner>().RunAsync(id, "message-1", Cancellation);
        for (var sweep = 0; sweep <= JobDesk.LostMost; sweep++)
        {
            ground.Clock.Pass(JobDesk.StaleAfter + TimeSpan.FromSeconds(1));
            Assert.Equal(1, await process.Get<JobDesk>().RequeueStaleAsync(Cancellation));
        }

        await process.RunQueuesAsync();
        Assert.Equal(JobState.Succeeded, (await process.Get<JobDesk>().FindAsync(id, Cancellation))!.State);
    }

    private static async Task<Job> AskAsync(Instance process) =>
        (await process.Get<CheckDesk>().AskMonthAsync(Office.Firm, Branch.HeadOffice, "2025-01", Person, idempotencyKey: null, Cancellation)).Value!;

    // Right after it has taken the job on.
    private static Task DieAsync(Ground ground, string id, int death) =>
        Assert.ThrowsAsync<KilledException>(() => new Instance(ground, new Fuse(1), new Plant()).Get<JobRunner>().RunAsync(id, "message-" + death.ToString(CultureInfo.InvariantCulture), Cancellation));
}
