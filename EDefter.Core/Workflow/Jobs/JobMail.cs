using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Jobs;

/// <summary>Sends the message of a job whose row was just written.</summary>
internal static class JobMail
{
    /// <summary>The row first says that there is a job, then that its message is on its way: between the two a process may die, and only then is another message sent.</summary>
    public static async Task SendAsync(this IJobs jobs, Versioned<Job> written, CancellationToken cancellationToken)
    {
        var job = written.Value;
        await jobs.EnqueueAsync(job.Id, job.Lane, TimeSpan.Zero, cancellationToken);
        // Whoever was faster than this has begun the job: then its message was there.
        if (job.State == JobState.Queued)
            await jobs.SaveAsync(job with { IsSent = true }, written.Version, cancellationToken);
    }
}
