using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants;

/// <summary>Blobs that survive their processes. As in the real service, a blob is there when its stream was closed, whatever was in it by then.</summary>
internal sealed class MemoryBlobs
{
    private readonly ConcurrentDictionary<(BlobArea Area, string Name), byte[]> blobs = new();

    /// <summary>What every blob says of its age.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>A blob as somebody outside writes it.</summary>
    public void Write(BlobArea area, string name, byte[] content) => blobs[(area, name)] = content;

    /// <summary>As one process sees them.</summary>
    public IBlobs Open(Fuse fuse) => new View(this, fuse);

    public byte[] Read(BlobArea area, string name) => blobs[(area, name)];

    /// <summary>Every blob, in order of areas and names.</summary>
    public IEnumerable<(BlobArea Area, string Name, byte[] Content)> All() =>
        blobs.OrderBy(blob => blob.Key.Area).ThenBy(blob => blob.Key.Name, StringComparer.Ordinal).Select(blob => (blob.Key.Area, blob.Key.Name, blob.Value));

    private sealed class View(MemoryBlobs all, Fuse fuse) : IBlobs
    {
        public Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken)
        {
            fuse.Check();
            return Task.FromResult<Stream>(new Upload(bytes =>
            {
                fuse.Check();
                all.blobs[(area, name)] = bytes;
                fuse.Spend();
            }));
        }

        public Task<Stream?> OpenAsync(BlobArea area, string name, CancellationToken cancellationToken)
        {
            fuse.Check();
            return Task.FromResult<Stream?>(all.blobs.TryGetValue((area, name), out var bytes) ? new MemoryStream(bytes, writable: false) : null);
        }

        public Task<bool> ExistsAsync(BlobArea area, string name, CancellationToken cancellationToken)
        {
            fuse.Check();
            return Task.FromResult(all.blobs.ContainsKey((area, name)));
        }

        public async Task<Stream?> OpenAsync(BlobArea area, string name, string version, CancellationToken cancellationToken) =>
            await FindAsync(area, name, cancellationToken) is { } found && found.Version == version ? await OpenAsync(area, name, cancellationToken) : null;

        public Task<BlobFacts?> FindAsync(BlobArea area, string name, CancellationToken cancellationToken)
        {
            fuse.Check();
            return Task.FromResult(all.blobs.TryGetValue((area, name), out var bytes) ? Facts(name, bytes) : null);
        }

        public async IAsyncEnumerable<BlobFacts> ListAsync(BlobArea area, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            fuse.Check();
            foreach (var ((_, name), bytes) in all.blobs.Where(blob => blob.Key.Area == area && blob.Key.Name.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(blob => blob.Key.Name, StringComparer.Ordinal))
                yield return Facts(name, bytes);
        }

        public Task DeleteAsync(BlobArea area, string name, CancellationToken cancellationToken)
        {
            fuse.Check();
            all.blobs.TryRemove((area, name), out _);
            fuse.Spend();
            return Task.CompletedTask;
        }

        public Task<string> UploadLinkAsync(BlobArea area, string name, DateTimeOffset expiresAt, CancellationToken cancellationToken)
        {
            fuse.Check();
            return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"memory:{area}/{name}"));
        }

        private BlobFacts Facts(string name, byte[] bytes) => new(name, bytes.Length, ContentType: null, Convert.ToHexStringLower(SHA256.HashData(bytes)), all.ChangedAt);

        public Task<string> LinkAsync(BlobArea area, string name, string fileName, DateTimeOffset expiresAt, CancellationToken cancellationToken)
        {
            fuse.Check();
            return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"memory:{area}/{name}"));
        }
    }
}
