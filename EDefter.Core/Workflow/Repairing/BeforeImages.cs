using System.IO.Compression;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>The vouchers of a run as they stood before it, in a blob: undoing goes back to them byte for byte.</summary>
public sealed class BeforeImages(IBlobs blobs)
{
    public async Task WriteAsync(BookId book, RepairRun run, string asking, IReadOnlyList<Voucher> vouchers, CancellationToken cancellationToken)
    {
        await using var blob = await BlobDraft.BeginAsync(blobs, BlobArea.Reports, RepairRuns.BeforeName(book, run, asking), "application/x-ndjson", cancellationToken);
        await using (var zip = new GZipStream(blob.Content, CompressionLevel.Fastest, leaveOpen: true))
        {
            var line = new ByteBuffer(1024);
            foreach (var voucher in vouchers)
            {
                line.Clear();
                VoucherJsonWriter.Write(line, voucher);
                line.Write("\n"u8);
                await zip.WriteAsync(line.WrittenMemory, cancellationToken);
            }
        }

        blob.Keep();
    }

    public async Task<IReadOnlyDictionary<string, Voucher>> ReadAsync(BookId book, RepairRun run, CancellationToken cancellationToken)
    {
        // A run about the chart alone has no images.
        if (run.Before is not { } asking)
            return new Dictionary<string, Voucher>(StringComparer.Ordinal);
        await using var blob = await blobs.OpenAsync(BlobArea.Reports, RepairRuns.BeforeName(book, run, asking), cancellationToken) ?? throw new InvalidDataException($"The before-images of run {run.Run} are missing.");
        await using var zip = new GZipStream(blob, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await zip.CopyToAsync(bytes, cancellationToken);
        var vouchers = new Dictionary<string, Voucher>(StringComparer.Ordinal);
        var rest = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        while (rest.Length > 0)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var voucher = VoucherJsonParser.Parse(rest.Span[..end]);
            vouchers[voucher.Id] = voucher;
            rest = rest[(end + 1)..];
        }

        return vouchers;
    }
}
