using System.IO.Compression;
using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Uploads;

/// <summary>What was rejected of an upload, as gzipped NDJSON in order of arrival.</summary>
internal sealed class RejectedFile(BlobDraft blob) : IAsyncDisposable
{
    private readonly GZipStream zip = new(blob.Content, CompressionLevel.Fastest, leaveOpen: true);

    public async Task AddAsync(IReadOnlyList<RejectedRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            await zip.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(row, WireJson.Options), cancellationToken);
            await zip.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }

    /// <summary>The upload was read to its end: the list stands when this and its blob are closed. Until it is said, one that stood there stays.</summary>
    public void Keep() => blob.Keep();

    public ValueTask DisposeAsync() => zip.DisposeAsync();
}
