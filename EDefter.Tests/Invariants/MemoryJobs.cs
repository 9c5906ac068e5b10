using System.Globalization;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants;

/// <summary>Rows of jobs that survive their processes; the messages lie in <see cref="MemoryQueues"/>.</summary>
internal sealed class MemoryJobs(MemoryQueues queues)
{
    private readonly MemoryQueues queues = queues;
    private readonly Dictionary<string, Versioned<Job>> rows = new(StringComparer.Ordinal);
    private long versions;

    /// <summary>As one process sees them.</summary>
    public IJobs Open(Fuse fuse) => new View(this, fuse);

    public IEnumerable<Job> All => rows.Values.Select(row => row.Value);

    private sealed class View(MemoryJobs all, Fuse fuse) : IJobs
    {
        public Task<Versioned<Job>?> FindAsync(string id, CancellationToken cancellationToken)
        {
            fuse.Check();
            return Task.FromResult(all.rows.GetValueOrDefault(id));
        }

        public Task<string?> SaveAsync(Job job, string? version, CancellationToken cancellationToken)
        {
            fuse.Check();
            if (all.rows.GetValueOrDefault(job.Id)?.Version != version)
                return Task.FromResult<string?>(null);
            var next = (++all.versions).ToString(CultureInfo.InvariantCulture);
            all.rows[job.Id] = new Versioned<Job>(job, next);
            fuse.Spend();
            return Task.FromResult<string?>(next);
        }

        public Task<int> CountOpenAsync(string company, CancellationToken cancellationToken)
        {
            fuse.Check();
            return Task.FromResult(all.rows.Values.Count(row => row.Value.State is JobState.Queued or JobState.Running && row.Value.Parent is null && row.Value.Company == company));
        }

        public Task EnqueueAsync(string id, JobLane lane, TimeSpan delay, CancellationToken cancellationToken)
        {
            all.queues.Send(MemoryQueues.Jobs, id, fuse);
            return Task.CompletedTask;
        }

        public async IAsyncEnumerable<Job> ListStaleAsync(DateTimeOffset before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            fuse.Check();
            await Task.CompletedTask;
            foreach (var row in all.rows.Values.ToArray())
            {
                if (row.Value.State is JobState.Queued or JobState.Running && row.Value.TouchedAt < before)
                    yield return row.Value;
            }
        }
    }
}
