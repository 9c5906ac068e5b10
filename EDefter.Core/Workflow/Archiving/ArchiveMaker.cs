using EDefter.Core.Sealing;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>
/// The archiving job's second and third step. Blob first, row last: the ZIP is streamed into its blob, the manifest is handed to the host
/// to be written beside it, and only when both were read back and agree does the row say that the archive exists.
/// </summary>
public sealed class ArchiveMaker(JobRunner runner, ArchiveSteps steps, TimeProvider clock)
{
    /// <summary>Streams the ZIP.</summary>
    /// <param name="order">The work item.</param>
    /// <param name="delivery">The message that brought it; null when it is not known.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    /// <returns>The manifest for the blob that the order names; null when the job has ended.</returns>
    public async Task<string?> WriteAsync(ArchiveOrder order, string? delivery, CancellationToken cancellationToken)
    {
        string? manifest = null;
        await runner.ContinueAsync(order.Job, delivery, Write, cancellationToken);
        return manifest;

        async Task<Outcome<JobEnd>> Write(Job job, JobProgress progress)
        {
            var month = await steps.FindAsync(job, order, cancellationToken);
            if (month.IsRefused)
                return month.Refusal;
            var result = await steps.WriteZipAsync(month.Value, order, progress, cancellationToken);
            if (result.IsRefused)
                return result.Refusal;
            if (!result.Value.IsComplete)
                return ArchiveSteps.RefusalOf(result.Value);
            var beside = result.Value.Manifest with { Sealed = new ManifestSeal(job.Actor.By, clock.GetUtcNow()) };
            manifest = System.Text.Encoding.UTF8.GetString(ManifestJson.Write(beside));
            return JobEnd.GoesOn(order);
        }
    }

    /// <summary>Reads both blobs back, compares them, and writes the row.</summary>
    /// <param name="order">The work item.</param>
    /// <param name="delivery">The message that brought it; null when it is not known.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    public Task FinaliseAsync(ArchiveOrder order, string? delivery, CancellationToken cancellationToken)
    {
        return runner.ContinueAsync(order.Job, delivery, Finalise, cancellationToken);

        async Task<Outcome<JobEnd>> Finalise(Job job, JobProgress progress)
        {
            var month = await steps.FindAsync(job, order, cancellationToken);
            if (month.IsRefused)
                return month.Refusal;
            await progress.ReportAsync("Arşiv doğrulanıyor", job.Total, job.Total, cancellationToken);
            return await steps.ShelveAsync(job, month.Value, order, cancellationToken);
        }
    }
}
