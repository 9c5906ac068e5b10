using System.Collections.Concurrent;
using System.Globalization;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants;

/// <summary>Blobs that survive their processes. As in the real service, a blob is there when its stream was closed, whatever was in it by then.</summary>
internal sealed class MemoryBlobs
{
    private readonly ConcurrentDictionary<(BlobArea Area, string Name), byte[]> blobs = new();

    /// <summary>As one process sees them.</summary>
    public IBlobs Open(Fuse fuse) => new View(this, fuse);

    public byte[] Read(BlobArea area, string name) => blobs[(area, name)];

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

        public Task<string> LinkAsync(BlobArea area, string name, string fileName, DateTimeOffset expiresAt, CancellationToken cancellationToken)
        {
            fuse.Check();
            return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"memory:{area}/{name}"));
        }
    }
}
