using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>Jobs are claimed and ended whoever else has claimed or ended them.</summary>
internal sealed class JobsWithoutVersions : Plant
{
    public override IJobs Jobs(IJobs jobs) => new Mutant(jobs);

    private sealed class Mutant(IJobs inner) : IJobs
    {
        public Task<Versioned<Job>?> FindAsync(string id, CancellationToken cancellationToken) => inner.FindAsync(id, cancellationToken);

        public async Task<string?> SaveAsync(Job job, string? version, CancellationToken cancellationToken)
        {
            while (true)
            {
                var found = await inner.FindAsync(job.Id, cancellationToken);
                if (await inner.SaveAsync(job, found?.Version, cancellationToken) is { } saved)
                    return saved;
            }
        }

        public Task EnqueueAsync(string id, JobLane lane, TimeSpan delay, CancellationToken cancellationToken) => inner.EnqueueAsync(id, lane, delay, cancellationToken);

        public Task<int> CountOpenAsync(string company, CancellationToken cancellationToken) => inner.CountOpenAsync(company, cancellationToken);

        public IAsyncEnumerable<Job> ListStaleAsync(DateTimeOffset before, CancellationToken cancellationToken) => inner.ListStaleAsync(before, cancellationToken);
    }
}
