namespace EDefter.Core.Workflow.Ports;

/// <summary>The rows of jobs, and the queue that carries their ids.</summary>
public interface IJobs
{
    Task<Versioned<Job>?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Inserts (version null) or replaces; null when another writer came first, else the new version.</summary>
    Task<string?> SaveAsync(Job job, string? version, CancellationToken cancellationToken);

    /// <summary>Puts a job's id on the queue of its lane; the row must exist already.</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="lane">Its lane.</param>
    /// <param name="delay">How long nobody gets to see the message.</param>
    /// <param name="cancellationToken">The caller left.</param>
    Task EnqueueAsync(string id, JobLane lane, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>How many jobs of a company are queued or running, a few seconds ago at the latest.</summary>
    Task<int> CountOpenAsync(string company, CancellationToken cancellationToken);

    /// <summary>Jobs in state queued or running that were last touched before the instant given: their message may be lost.</summary>
    IAsyncEnumerable<Job> ListStaleAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
