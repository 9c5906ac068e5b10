using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Retention;

/// <summary>Takes working blobs away that have had their time: copies of what stands in the log, or of what its sender has.</summary>
public sealed class WorkingBlobs(IBlobs blobs, TimeProvider clock)
{
    /// <summary>An upload is imported, and a backup downloaded, within the hour; a week outlasts any repetition of it.</summary>
    public static readonly TimeSpan UploadAge = TimeSpan.FromDays(7);

    /// <summary>Who mends what was rejected has a quarter for it.</summary>
    public static readonly TimeSpan RejectedAge = TimeSpan.FromDays(90);

    /// <returns>How many were taken away.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var uploads = await SweepAsync(BlobArea.Uploads, blob => blob.Name.EndsWith(".rejected.ndjson.gz", StringComparison.Ordinal) ? RejectedAge : UploadAge, cancellationToken);
        return uploads + await SweepAsync(BlobArea.Backups, _ => UploadAge, cancellationToken);
    }

    private async Task<int> SweepAsync(BlobArea area, Func<BlobFacts, TimeSpan> ageOf, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var removed = 0;
        await foreach (var blob in blobs.ListAsync(area, string.Empty, cancellationToken))
        {
            if (now - blob.ChangedAt <= ageOf(blob))
                continue;
            await blobs.DeleteAsync(area, blob.Name, cancellationToken);
            removed++;
        }

        return removed;
    }
}
