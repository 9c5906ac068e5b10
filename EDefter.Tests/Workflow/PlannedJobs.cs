using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Workflow;

/// <summary>The row of one running job, where the test decides what happens while a step is reported.</summary>
internal sealed class PlannedJobs(Job job) : IJobs
{
    private Job row = job with { State = JobState.Running, Attempts = 1 };

    /// <summary>Runs once, when the job reports the step.</summary>
    public (string Step, Func<Task> Act)? At { get; set; }

    /// <summary>Somebody has asked to cancel the job.</summary>
    public bool IsCancelled { get; init; }

    public Job Job => row;

    public JobProgress Progress() => new(this, TimeProvider.System, new Versioned<Job>(row, "1"));

    public Task<Versioned<Job>?> FindAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<Versioned<Job>?>(new Versioned<Job>(row with { CancelRequested = IsCancelled }, "2"));

    public async Task<string?> SaveAsync(Job job, string? version, CancellationToken cancellationToken)
    {
        if (IsCancelled && version == "1")
            return null;
        row = job;
        if (At is { } at && at.Step == job.Step)
        {
            At = null;
            await at.Act();
        }

        return "1";
    }

    public Task EnqueueAsync(string id, JobLane lane, TimeSpan delay, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> CountOpenAsync(string company, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<Job> ListStaleAsync(DateTimeOffset before, CancellationToken cancellationToken) => throw new NotSupportedException();
}
