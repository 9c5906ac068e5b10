using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Invariants;

namespace EDefter.Tests.Simulation;

/// <summary>Rows of jobs in their table; their messages at the end of a process's line.</summary>
internal sealed class SimulatedJobs(IJobs rows, SimulatedQueues queues, StorageLine line) : IJobs
{
    public Task<Versioned<Job>?> FindAsync(string id, CancellationToken cancellationToken) => rows.FindAsync(id, cancellationToken);

    public Task<string?> SaveAsync(Job job, string? version, CancellationToken cancellationToken) => rows.SaveAsync(job, version, cancellationToken);

    public Task EnqueueAsync(string id, CancellationToken cancellationToken) => queues.SendAsync(MemoryQueues.Jobs, id, line);

    public IAsyncEnumerable<Job> ListStaleAsync(DateTimeOffset before, CancellationToken cancellationToken) => rows.ListStaleAsync(before, cancellationToken);
}
