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
}
