namespace EDefter.Core.Workflow.Ports;

/// <summary>
/// A blob that is being written. It comes to be when it was kept and is closed; whatever breaks off before (a fault, a job that was cancelled or taken over)
/// leaves what stands under its name as it is. Whoever wraps the content leaves it open.
/// </summary>
public sealed class BlobDraft : IAsyncDisposable
{
    private bool isKept;

    private BlobDraft(Stream content) => Content = content;

    public Stream Content { get; }

    public static async Task<BlobDraft> BeginAsync(IBlobs blobs, BlobArea area, string name, string contentType, CancellationToken cancellationToken) =>
        new(await blobs.CreateAsync(area, name, contentType, cancellationToken));

    /// <summary>All of it was written.</summary>
    public void Keep() => isKept = true;

    public async ValueTask DisposeAsync()
    {
        if (!isKept && Content is IAbandonable broken)
            broken.Abandon();
        await Content.DisposeAsync();
    }
}
