using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>
/// The three blobs that a delivery of an archive's order writes. Two deliveries of one order may run at once and write to the same names: what one of
/// them did not finish must not replace what the other one did.
/// </summary>
internal sealed class ArchiveBlobs : IAsyncDisposable
{
    private readonly Stream[] streams;
    private bool isKept;

    private ArchiveBlobs(Stream zip, Stream copy, Stream prints)
    {
        streams = [zip, copy, prints];
        Zip = zip;
        Copy = new ArchivedJournalWriter(copy);
        Prints = new EntryPrintFile(prints);
    }

    public Stream Zip { get; }

    public ArchivedJournalWriter Copy { get; }

    public EntryPrintFile Prints { get; }

    public static async Task<ArchiveBlobs> CreateAsync(IBlobs blobs, ArchiveOrder order, CancellationToken cancellationToken) => new(
        await blobs.CreateAsync(BlobArea.Archives, order.Zip, "application/zip", cancellationToken),
        await blobs.CreateAsync(BlobArea.Archives, order.Journal, "application/gzip", cancellationToken),
        await blobs.CreateAsync(BlobArea.Archives, order.Entries, "application/octet-stream", cancellationToken));

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await Prints.FlushAsync(cancellationToken);
        await Copy.FlushAsync(cancellationToken);
    }

    /// <summary>All was written: the blobs come to be when this is disposed. Until it is said they do not.</summary>
    public void Keep() => isKept = true;

    public async ValueTask DisposeAsync()
    {
        if (!isKept)
        {
            foreach (var stream in streams.OfType<IAbandonable>())
                stream.Abandon();
        }

        await Prints.DisposeAsync();
        await Copy.DisposeAsync();
        await Zip.DisposeAsync();
    }
}
