namespace EDefter.Core.Workflow.Ports;

/// <summary>Big things: archives, reports, plans, snapshots. Names use '/' and carry no person's data; a name is written once with one content, except small ones that are written anew as a whole (a report's head).</summary>
public interface IBlobs
{
    /// <summary>A stream to write a blob of one of the <see cref="BlobArea"/>s; the blob exists when the stream has been disposed without an error.</summary>
    Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken);

    /// <summary>Null when there is no such blob. One of up to 4 MiB is read as it stood at one instant, whoever writes it anew meanwhile.</summary>
    Task<Stream?> OpenAsync(BlobArea area, string name, CancellationToken cancellationToken);

    /// <summary>The very content that was found before; null when there is no such blob, or another content by now.</summary>
    Task<Stream?> OpenAsync(BlobArea area, string name, string version, CancellationToken cancellationToken);

    /// <summary>Null when there is no such blob.</summary>
    Task<BlobFacts?> FindAsync(BlobArea area, string name, CancellationToken cancellationToken);

    /// <summary>The blobs whose name starts with the prefix, in ordinal order of names.</summary>
    IAsyncEnumerable<BlobFacts> ListAsync(BlobArea area, string prefix, CancellationToken cancellationToken);

    /// <summary>Takes a blob away, for good; one that is gone already is no fault.</summary>
    Task DeleteAsync(BlobArea area, string name, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(BlobArea area, string name, CancellationToken cancellationToken);

    /// <summary>A link to read one blob until the instant given, saved by a browser under the file name given.</summary>
    Task<string> LinkAsync(BlobArea area, string name, string fileName, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    /// <summary>A link to write one blob until the instant given. It neither reads nor lists nor deletes.</summary>
    Task<string> UploadLinkAsync(BlobArea area, string name, DateTimeOffset expiresAt, CancellationToken cancellationToken);
}
