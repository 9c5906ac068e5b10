using EDefter.Core.Journal;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>The prints of an archive's entries, one after the other: sixteen bytes an entry, so that the next archive of the month can say how many differ.</summary>
public sealed class EntryPrintFile(Stream blob) : IAsyncDisposable
{
    private readonly EntryPrint print = new();
    private readonly MemoryStream pending = new();
    private readonly byte[] one = new byte[EntryPrint.Bytes];

    public void Add(JournalEntry entry)
    {
        print.Write(entry, one);
        pending.Write(one);
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await blob.WriteAsync(pending.GetBuffer().AsMemory(0, (int)pending.Length), cancellationToken);
        pending.SetLength(0);
    }

    /// <summary>How many entries only one of the two has; of an entry that changed, both sides are one.</summary>
    public static async Task<long> CountDifferencesAsync(Stream left, Stream right, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<UInt128, int>();
        await ReadAsync(left, change: 1);
        await ReadAsync(right, change: -1);
        return Math.Max(counts.Values.Where(count => count > 0).Sum(count => (long)count), -counts.Values.Where(count => count < 0).Sum(count => (long)count));

        async Task ReadAsync(Stream prints, int change)
        {
            var bytes = new byte[EntryPrint.Bytes];
            while (await prints.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken) == bytes.Length)
            {
                var key = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(bytes);
                counts[key] = counts.GetValueOrDefault(key) + change;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await blob.DisposeAsync();
        await pending.DisposeAsync();
    }
}
