using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Retention;

/// <summary>Takes working blobs away that have had their time: copies of what stands in the log, or of what its sender has.</summary>
public sealed class WorkingBlobs(IBlobs blobs, TimeProvider clock)
{
    /// <summary>An import is asked for within the hour; a week outlasts any repetition of it.</summary>
    public static readonly TimeSpan UploadAge = TimeSpan.FromDays(7);

    /// <summary>Who mends what was rejected has a quarter for it.</summary>
    public static readonly TimeSpan RejectedAge = TimeSpan.FromDays(90);

    /// <returns>How many were taken away.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var removed = 0;
        await foreach (var blob in blobs.ListAsync(BlobArea.Uploads, string.Empty, cancellationToken))
        {
            var age = blob.Name.EndsWith(".rejected.ndjson.gz", StringComparison.Ordinal) ? RejectedAge : UploadAge;
            if (now - blob.ChangedAt <= age)
                continue;
            await blobs.DeleteAsync(BlobArea.Uploads, blob.Name, cancellationToken);
            removed++;
        }

        return removed;
    }
}
