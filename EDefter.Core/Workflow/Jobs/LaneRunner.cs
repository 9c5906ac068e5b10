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

    /// <returns>The message that carries the job on elsewhere; null when there is none.</returns>
    public async Task<string?> RunAsync(string id, string? delivery, CancellationToken cancellationToken)
    {
        if (await jobs.FindAsync(id, cancellationToken) is not { Value: var job })
            return null;
        var gate = job.Lane == JobLane.Background ? gates.Background : gates.Heavy;
        using var place = await gate.EnterAsync(job.Company, Patience, cancellationToken);
        if (place is not null)
            return await runner.RunAsync(id, delivery, cancellationToken);
        await jobs.EnqueueAsync(id, job.Lane, Pause, cancellationToken);
        return null;
    }
}
