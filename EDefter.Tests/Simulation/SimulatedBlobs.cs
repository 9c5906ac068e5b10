using System.Runtime.CompilerServices;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Simulation;

/// <summary>Blobs at the end of a process's line: written when their stream is closed, read as a whole or broken off.</summary>
internal sealed class SimulatedBlobs(IBlobs inner, StorageLine line) : IBlobs
{
    public Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new SimulatedUpload(bytes => line.CallAsync(() => WriteAsync(area, name, contentType, bytes), isWrite: true)));

    public Task<Stream?> OpenAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
        line.CallAsync(() => inner.OpenAsync(area, name, cancellationToken), isWrite: false);

    public Task<Stream?> OpenAsync(BlobArea area, string name, string version, CancellationToken cancellationToken) =>
        line.CallAsync(() => inner.OpenAsync(area, name, version, cancellationToken), isWrite: false);

    public Task<BlobFacts?> FindAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
        line.CallAsync(() => inner.FindAsync(area, name, cancellationToken), isWrite: false);

    public async IAsyncEnumerable<BlobFacts> ListAsync(BlobArea area, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var blob in await line.CallAsync(() => ListAsync(area, prefix), isWrite: false))
            yield return blob;
    }

    public Task DeleteAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
        line.CallAsync(() => DeleteAsync(area, name), isWrite: true);

    public Task<bool> ExistsAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
        line.CallAsync(() => inner.ExistsAsync(area, name, cancellationToken), isWrite: false);

    public Task<string> LinkAsync(BlobArea area, string name, string fileName, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        inner.LinkAsync(area, name, fileName, expiresAt, cancellationToken);

    public Task<string> UploadLinkAsync(BlobArea area, string name, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        inner.UploadLinkAsync(area, name, expiresAt, cancellationToken);

    private async Task<List<BlobFacts>> ListAsync(BlobArea area, string prefix)
    {
        var blobs = new List<BlobFacts>();
        await foreach (var blob in inner.ListAsync(area, prefix, CancellationToken.None).ConfigureAwait(false))
            blobs.Add(blob);
        return blobs;
    }

    private async Task<bool> DeleteAsync(BlobArea area, string name)
    {
        await inner.DeleteAsync(area, name, CancellationToken.None).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> WriteAsync(BlobArea area, string name, string contentType, byte[] bytes)
    {
        await using var blob = await inner.CreateAsync(area, name, contentType, CancellationToken.None).ConfigureAwait(false);
        blob.Write(bytes);
        return true;
    }
}
