using System.IO.Compression;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A ZIP that reaches its reader otherwise than it was sealed. Sealing reads it back once; the mutation begins after that.</summary>
/// <param name="rewrite">Changes the bytes of a file in it.</param>
/// <param name="time">The time of its entries.</param>
internal sealed class RewrittenZips(Func<byte[], byte[]> rewrite, Func<DateTimeOffset> time) : Plant
{
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public override IBlobs Blobs(IBlobs blobs) => new Mutant(this, blobs);

    private MemoryStream Rewrite(Stream sealedZip)
    {
        var output = new MemoryStream();
        using (var from = new ZipArchive(sealedZip))
        using (var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var file = entry.Open();
                using var bytes = new MemoryStream();
                file.CopyTo(bytes);
                var copy = to.CreateEntry(entry.Name);
                copy.LastWriteTime = time();
                using var target = copy.Open();
                target.Write(rewrite(bytes.ToArray()));
            }
        }

        output.Position = 0;
        return output;
    }

    private sealed class Mutant(RewrittenZips mutant, IBlobs inner) : BlobsDecorator(inner)
    {
        public override async Task<Stream?> OpenAsync(BlobArea area, string name, CancellationToken cancellationToken)
        {
            var blob = await Inner.OpenAsync(area, name, cancellationToken);
            return blob is null || !name.EndsWith(".zip", StringComparison.Ordinal) || mutant.read.Add(name) ? blob : mutant.Rewrite(blob);
        }
    }
}
