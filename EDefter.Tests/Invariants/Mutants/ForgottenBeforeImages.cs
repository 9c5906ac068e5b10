using System.IO.Compression;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A repair whose before-images are empty.</summary>
internal sealed class ForgottenBeforeImages : Plant
{
    public override IBlobs Blobs(IBlobs blobs) => new Mutant(blobs);

    private sealed class Mutant(IBlobs inner) : BlobsDecorator(inner)
    {
        public override async Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken)
        {
            if (!name.EndsWith(".before.ndjson.gz", StringComparison.Ordinal))
                return await Inner.CreateAsync(area, name, contentType, cancellationToken);
            await using var blob = await Inner.CreateAsync(area, name, contentType, cancellationToken);
            await using var empty = new GZipStream(blob, CompressionLevel.Fastest);
            await empty.WriteAsync(ReadOnlyMemory<byte>.Empty, cancellationToken);
            return new MemoryStream();
        }
    }
}
