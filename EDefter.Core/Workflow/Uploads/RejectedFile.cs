using System.IO.Compression;
using System.Text.Json;
using EDefter.Core.Reading;

namespace EDefter.Core.Workflow.Uploads;

/// <summary>What was rejected of an upload, as gzipped NDJSON in order of arrival.</summary>
internal sealed class RejectedFile(Stream blob) : IAsyncDisposable
{
    private readonly GZipStream zip = new(blob, CompressionLevel.Fastest);

    public async Task AddAsync(IReadOnlyList<RejectedRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            await zip.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(row, WireJson.Options), cancellationToken);
            await zip.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();
}
