using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Jobs;

/// <summary>
/// A running job's hold on its row: tells how far it is, and learns at the same moment whether it was cancelled or taken over. Writes at
/// most twice a second, so it may be called for every day of a month.
/// </summary>
public sealed class JobProgress(IJobs jobs, TimeProvider clock, Versioned<Job> claimed, JobParts? parts = null)
{
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromMilliseconds(500);
    private Versioned<Job> row = claimed;

    public Job Job => row.Value;

    /// <param name="step">What is being done, in Turkish.</param>
    /// <param name="done">Units done.</param>
    /// <param name="total">Units in all; 0 when unknown.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    /// <exception cref="JobCancelledException">Somebody asked for it.</exception>
    /// <exception cref="JobSupersededException">Another delivery runs the job now.</exception>
    public async Task ReportAsync(string step, long done, long total, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow();
        var goesOn = string.Equals(step, row.Value.Step, StringComparison.Ordinal);
        if (goesOn && now - row.Value.TouchedAt < BetweenWrites)
            return;
        await ChangeAsync(
            job => job with
            {
                Step = step,
                Done = done,
                Total = total,
                TouchedAt = now,
                StepStartedAt = goesOn ? job.StepStartedAt : now,
                StepStartedFrom = goesOn ? job.StepStartedFrom : done,
            },
            heedCancel: true,
            cancellationToken);
        if (parts is not null && row.Value.Parent is not null)
            await parts.TellAsync(row.Value, cancellationToken);
    }

    /// <summary>Changes the row, whoever else changed it meanwhile, as long as this delivery still holds the job.</summary>
    internal async Task ChangeAsync(Func<Job, Job> change, bool heedCancel, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = change(row.Value);
            if (await jobs.SaveAsync(changed, row.Version, cancellationToken) is { } version)
            {
                row = new Versioned<Job>(changed, version);
                return;
            }

            var held = row.Value;
            var current = await jobs.FindAsync(held.Id, cancellationToken) ?? throw new JobSupersededException(held.Id);
            if (current.Value.Run != held.Run || current.Value.Attempts != held.Attempts || current.Value.State != JobState.Running)
                throw new JobSupersededException(held.Id);
            row = current;
            if (heedCancel && current.Value.CancelRequested)
                throw new JobCancelledException(held.Id);
        }
    }
}
