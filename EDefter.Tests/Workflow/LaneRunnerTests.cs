using System.Collections.Concurrent;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Storage.Auditing;
using EDefter.Tests.Storage;
using Moq;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>Which work of the heavy lane runs side by side in one process.</summary>
public sealed class LaneRunnerTests
{
    private const int Processors = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(20_000, true, 4)]
    [InlineData(20_001, true, 1)]
    [InlineData(20_001, false, 4)]
    public async Task Very_large_days_come_one_after_the_other_and_everything_else_side_by_side(long vouchers, bool isPart, int atOnce)
    {
        var jobs = new HeldJobs();
        var work = new CountedWork();
        var runner = RunnerOf(jobs, work);
        for (var n = 0; n < Processors; n++)
            jobs.Add(JobOf($"p{n}", vouchers, isPart));

        var running = Enumerable.Range(0, Processors).Select(n => runner.RunAsync($"p{n}", delivery: null, Cancellation)).ToList();
        await work.IsRunningAsync(atOnce, Cancellation);
        work.Release.SetResult();
        await Task.WhenAll(running);

        Assert.Equal(atOnce, work.Most);
        Assert.Equal(Processors, work.Done);
    }

    [Fact]
    public async Task A_large_day_that_waits_keeps_no_place_from_others()
    {
        var jobs = new HeldJobs();
        var work = new CountedWork();
        var runner = RunnerOf(jobs, work, processors: 2);
        foreach (var job in (Job[])[JobOf("large", 90_000, isPart: true), JobOf("larger", 95_000, isPart: true), JobOf("small", 9_000, isPart: true)])
            jobs.Add(job);

        var large = runner.RunAsync("large", delivery: null, Cancellation);
        await work.IsRunningAsync(1, Cancellation);
        var larger = runner.RunAsync("larger", delivery: null, Cancellation);
        var small = runner.RunAsync("small", delivery: null, Cancellation);
        await work.IsRunningAsync(2, Cancellation);
        work.Release.SetResult();
        await Task.WhenAll(large, larger, small);

        Assert.Equal(3, work.Done);
    }

    private static LaneRunner RunnerOf(IJobs jobs, IJobWork work, int processors = Processors) =>
        new(jobs, new JobRunner(jobs, new JobParts(jobs, TimeProvider.System), new HookBell(Mock.Of<IWebhooks>(), Mock.Of<IHookMail>()), new JobAudit(new AuditTrail(new TableAudit(new MemoryTable()), Mock.Of<ICompanies>()), TimeProvider.System), TimeProvider.System, new NoWatch(), [work]), new WorkGates(processors, TimeProvider.System));

    private static Job JobOf(string id, long total, bool isPart) => new()
    {
        Id = id,
        Kind = CountedWork.Word,
        Company = "otel",
        Branch = "0000",
        Request = "{}",
        Actor = new Actor("Ayşe Yılmaz", "k"),
        Parent = isPart ? "parent" : null,
        Lane = JobLane.Heavy,
        Total = total,
        QueuedAt = DateTimeOffset.UnixEpoch,
        TouchedAt = DateTimeOffset.UnixEpoch,
    };

    private sealed class CountedWork : IJobWork
    {
        public const string Word = "counted";

        private int now;
        private int most;
        private int done;

        public string Kind => Word;

        public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Most => most;

        public int Done => done;

        public async Task IsRunningAsync(int count, CancellationToken cancellationToken)
        {
            while (Volatile.Read(ref now) < count)
                await Task.Delay(5, cancellationToken);
        }

        public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
        {
            var running = Interlocked.Increment(ref now);
            InterlockedMax(running);
            await Release.Task.WaitAsync(cancellationToken);
            Interlocked.Decrement(ref now);
            Interlocked.Increment(ref done);
            return JobEnd.With(new { });
        }

        private void InterlockedMax(int running)
        {
            for (var seen = most; running > seen; seen = most)
                Interlocked.CompareExchange(ref most, running, seen);
        }
    }

    private sealed class HeldJobs : IJobs
    {
        private readonly ConcurrentDictionary<string, Versioned<Job>> rows = new(StringComparer.Ordinal);
        private int versions;

        public void Add(Job job) => rows[job.Id] = new Versioned<Job>(job, "0");

        public Task<Versioned<Job>?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(rows.GetValueOrDefault(id));

        public Task<string?> SaveAsync(Job job, string? version, CancellationToken cancellationToken)
        {
            var next = new Versioned<Job>(job, Interlocked.Increment(ref versions).ToString(System.Globalization.CultureInfo.InvariantCulture));
            var held = rows.TryGetValue(job.Id, out var before) && before.Version == version && rows.TryUpdate(job.Id, next, before);
            return Task.FromResult(held ? next.Version : null);
        }

        public Task EnqueueAsync(string id, JobLane lane, TimeSpan delay, CancellationToken cancellationToken) => throw new InvalidOperationException("Nothing waits so long here.");

        public Task<int> CountOpenAsync(string company, CancellationToken cancellationToken) => Task.FromResult(rows.Count);

        public IAsyncEnumerable<Job> ListStaleAsync(DateTimeOffset before, CancellationToken cancellationToken) => AsyncEnumerable.Empty<Job>();
    }
}
