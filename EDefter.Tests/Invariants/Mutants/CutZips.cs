using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Simulation;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>ZIPs reach the storage without their last bytes. Finalising compares hashes and must never shelve one.</summary>
/// <param name="withoutCompare">The manifest names the hash of what was stored, as if nothing had been compared.</param>
internal sealed class CutZips(bool withoutCompare) : Plant
{
    private const int BytesLost = 40;

    public override IBlobs Blobs(IBlobs blobs) => new Mutant(blobs, withoutCompare);

    private sealed class Mutant(IBlobs inner, bool withoutCompare) : BlobsDecorator(inner)
    {
        private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);

        public override Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken) =>
            name.EndsWith(".zip", StringComparison.Ordinal) || name.EndsWith(".manifest.json", StringComparison.Ordinal)
                ? Task.FromResult<Stream>(new SimulatedUpload(bytes => WriteAsync(area, name, contentType, bytes, cancellationToken)))
                : base.CreateAsync(area, name, contentType, cancellationToken);

        private async Task WriteAsync(BlobArea area, string name, string contentType, byte[] bytes, CancellationToken cancellationToken)
        {
            if (name.EndsWith(".zip", StringComparison.Ordinal))
                bytes = Cut(bytes);
            else if (withoutCompare)
                bytes = Encoding.UTF8.GetBytes(hashes.Aggregate(Encoding.UTF8.GetString(bytes), (text, hash) => text.Replace(hash.Key, hash.Value, StringComparison.Ordinal)));
            // Whoever closes the ZIP awaits without a context, as the framework does.
            var blob = await Inner.CreateAsync(area, name, contentType, cancellationToken).ConfigureAwait(false);
            await using (blob.ConfigureAwait(false))
                await blob.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }

        private byte[] Cut(byte[] bytes)
        {
            var cut = bytes[..Math.Max(0, bytes.Length - BytesLost)];
            hashes[Convert.ToHexStringLower(SHA256.HashData(bytes))] = Convert.ToHexStringLower(SHA256.HashData(cut));
            return cut;
        }
    }
}
