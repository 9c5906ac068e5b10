using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Jobs;

/// <summary>
/// Runs the jobs of the lanes whose work is long: as many at once as the machine has processors for, by turns of companies. A message that finds no place in time is sent
/// again, so that another instance may have one.
/// </summary>
public sealed class LaneRunner(IJobs jobs, JobRunner runner, WorkGates gates)
{
    // Long enough for a place to come free on a busy machine, short enough that an idle one is not kept from the work.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // Vouchers; about 80 000 lines, which take 50 MB and twice that until they are cleared away.
    private const long LargeFrom = 20_000;

    /// <returns>The message that carries the job on elsewhere; null when there is none.</returns>
    public async Task<string?> RunAsync(string id, string? delivery, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(id, cancellationToken) is not { Value: var job })
            return null;
        using var places = await EnterAsync(job, cancellationToken);
        if (places is not null)
            return await runner.RunAsync(id, delivery, cancellationToken);
        await jobs.EnqueueAsync(id, job.Lane, Pause, cancellationToken);
        return null;
    }

    private async Task<IDisposable?> EnterAsync(Job job, CancellationToken cancellationToken)
    {
        if (job is not { Parent: not null, Total: > LargeFrom })
            return await (job.Lane == JobLane.Background ? gates.Background : gates.Heavy).EnterAsync(job.Company, Patience, cancellationToken);
        // The one place for large days first, so that nobody waits for it on a processor's place.
        var large = await gates.Large.EnterAsync(job.Company, Patience, cancellationToken);
        if (large is null)
            return null;
        IDisposable? heavy = null;
        try
        {
            heavy = await gates.Heavy.EnterAsync(job.Company, Patience, cancellationToken);
            return heavy is null ? null : new Both(large, heavy);
        }
        finally
        {
            if (heavy is null)
                large.Dispose();
        }
    }

    private sealed class Both(IDisposable first, IDisposable second) : IDisposable
    {
        public void Dispose()
        {
            second.Dispose();
            first.Dispose();
        }
    }
}
