namespace EDefter.Core.Workflow.Ports;

/// <summary>The rows of jobs, and the queue that carries their ids (DESIGN.md §5).</summary>
public interface IJobs
{
    Task<Versioned<Job>?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Inserts (version null) or replaces; null when another writer came first, else the new version.</summary>
    Task<string?> SaveAsync(Job job, string? version, CancellationToken cancellationToken);

    /// <summary>Puts the job's id on the queue; the row must exist already.</summary>
    Task EnqueueAsync(string id, CancellationToken cancellationToken);

    /// <summary>Jobs in state queued or running that were last touched before the instant given: their message may be lost.</summary>
    IAsyncEnumerable<Job> ListStaleAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
