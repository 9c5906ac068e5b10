using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Invariants;

namespace EDefter.Tests.Simulation;

/// <summary>Rows of jobs in their table; their messages at the end of a process's line.</summary>
internal sealed class SimulatedJobs(IJobs rows, SimulatedQueues queues, StorageLine line) : IJobs
{
    public Task<Versioned<Job>?> FindAsync(string id, CancellationToken cancellationToken) => rows.FindAsync(id, cancellationToken);

    public Task<string?> SaveAsync(Job job, string? version, CancellationToken cancellationToken) => rows.SaveAsync(job, version, cancellationToken);

    public Task EnqueueAsync(string id, JobLane lane, TimeSpan delay, CancellationToken cancellationToken) => queues.SendAsync(MemoryQueues.Jobs, id, line);

    // Counted anew each time: the table's own count waits for its turn outside the schedule.
    public async Task<int> CountOpenAsync(string company, CancellationToken cancellationToken)
    {
        var open = 0;
        await foreach (var job in rows.ListStaleAsync(DateTimeOffset.MaxValue, cancellationToken))
            open += job.Parent is null && job.Company == company ? 1 : 0;
        return open;
    }

    public IAsyncEnumerable<Job> ListStaleAsync(DateTimeOffset before, CancellationToken cancellationToken) => rows.ListStaleAsync(before, cancellationToken);
}
