using System.IO.Compression;
using System.Text.Json;
using EDefter.Core.Journal;
using EDefter.Core.Sealing.Difference;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>Writes the journal of an archive beside it: gzipped NDJSON, one entry a line.</summary>
internal sealed class ArchivedJournalWriter(Stream blob) : IAsyncDisposable
{
    private readonly GZipStream zip = new(blob, CompressionLevel.Fastest);
    private readonly MemoryStream pending = new();

    public void Add(JournalEntry entry)
    {
        JsonSerializer.Serialize(pending, ArchivedEntry.Of(entry), WireJson.Options);
        pending.WriteByte((byte)'\n');
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await zip.WriteAsync(pending.GetBuffer().AsMemory(0, (int)pending.Length), cancellationToken);
        pending.SetLength(0);
    }

    public async ValueTask DisposeAsync()
    {
        await zip.DisposeAsync();
        await pending.DisposeAsync();
    }
}
