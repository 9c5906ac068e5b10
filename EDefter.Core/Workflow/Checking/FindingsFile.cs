using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>The findings of a report as gzipped NDJSON, written while the check runs and read page by page.</summary>
public sealed class FindingsFile(BlobDraft blob) : IAsyncDisposable
{
    private readonly MemoryStream pending = new();
    private GZipStream zip = Begin(blob.Content);

    /// <summary>Rules hand findings out synchronously; they wait here until <see cref="FlushAsync"/>.</summary>
    public void Add(ReportFinding finding)
    {
        JsonSerializer.Serialize(pending, finding, WireJson.Options);
        pending.WriteByte((byte)'\n');
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (pending.Length == 0)
            return;
        await zip.WriteAsync(pending.GetBuffer().AsMemory(0, (int)pending.Length), cancellationToken);
        pending.SetLength(0);
    }

    /// <summary>Joins the findings of another file as they are: one gzip member may follow another.</summary>
    public async Task AppendAsync(Stream packed, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await zip.DisposeAsync();
        await packed.CopyToAsync(blob.Content, cancellationToken);
        zip = Begin(blob.Content);
    }

    /// <summary>Everything was found: the file stands when this and its blob are closed. Until it is said, one that stood there stays.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        blob.Keep();
    }

    public static async IAsyncEnumerable<ReportFinding> ReadAsync(Stream blob, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var unzipped = new GZipStream(blob, CompressionMode.Decompress);
        using var reader = new StreamReader(unzipped);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
            yield return WireJson.Read<ReportFinding>(line);
    }

    public async ValueTask DisposeAsync()
    {
        await zip.DisposeAsync();
        await pending.DisposeAsync();
    }

    private static GZipStream Begin(Stream blob) => new(blob, CompressionLevel.Fastest, leaveOpen: true);
}
