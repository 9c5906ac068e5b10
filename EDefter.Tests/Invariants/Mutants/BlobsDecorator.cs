using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>Blobs that do what others do, for mutants that do one thing differently.</summary>
internal abstract class BlobsDecorator(IBlobs inner) : IBlobs
{
    protected IBlobs Inner { get; } = inner;

    public virtual Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken) => Inner.CreateAsync(area, name, contentType, cancellationToken);

    public virtual Task<Stream?> OpenAsync(BlobArea area, string name, CancellationToken cancellationToken) => Inner.OpenAsync(area, name, cancellationToken);

    public virtual Task<bool> ExistsAsync(BlobArea area, string name, CancellationToken cancellationToken) => Inner.ExistsAsync(area, name, cancellationToken);

    public Task<string> LinkAsync(BlobArea area, string name, string fileName, DateTimeOffset expiresAt, CancellationToken cancellationToken) => Inner.LinkAsync(area, name, fileName, expiresAt, cancellationToken);

    public Task<Stream?> OpenAsync(BlobArea area, string name, string version, CancellationToken cancellationToken) => Inner.OpenAsync(area, name, version, cancellationToken);

    public Task<BlobFacts?> FindAsync(BlobArea area, string name, CancellationToken cancellationToken) => Inner.FindAsync(area, name, cancellationToken);

    public IAsyncEnumerable<BlobFacts> ListAsync(BlobArea area, string prefix, CancellationToken cancellationToken) => Inner.ListAsync(area, prefix, cancellationToken);

    public Task DeleteAsync(BlobArea area, string name, CancellationToken cancellationToken) => Inner.DeleteAsync(area, name, cancellationToken);

    public Task<string> UploadLinkAsync(BlobArea area, string name, DateTimeOffset expiresAt, CancellationToken cancellationToken) => Inner.UploadLinkAsync(area, name, expiresAt, cancellationToken);
}
