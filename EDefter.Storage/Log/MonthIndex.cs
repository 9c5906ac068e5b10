using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>The live vouchers of one month, as of a sequence. Not safe for concurrent use: <see cref="PartitionIndex"/> guards it.</summary>
internal sealed class MonthIndex
{
    private readonly LiveTable live = new();
    private readonly List<ChunkRef> chunks = [];

    /// <summary>Everything up to this commit is in.</summary>
    public long Sequence { get; set; }

    /// <summary>The gathered copy that it began with; null: it was read from the log alone.</summary>
    public PackStamp? Pack { get; init; }

    public int Count => live.Count;

    /// <summary>Chunks that were read for it.</summary>
    public int Chunks => chunks.Count;

    public IEnumerable<KeyValuePair<UInt128, IndexEntry>> Entries => live.Entries;

    public bool TryFind(UInt128 id, out IndexEntry entry) => live.TryFind(id, out entry);

    public ChunkRef Chunk(IndexEntry entry) => chunks[entry.Chunk];

    /// <summary>Must be called in order of sequences, and within a commit in order of chunks: what comes later wins.</summary>
    public void Apply(long sequence, ChunkRef chunk, ReadOnlySpan<ChunkRecord> records)
    {
        var place = chunks.Count;
        chunks.Add(chunk);
        for (var position = 0; position < records.Length; position++)
        {
            var record = records[position];
            if (record.IsTombstone)
                live.Remove(record.Id);
            else
                live.Set(record.Id, new IndexEntry(record.Content, record.Erp, record.Sequence == 0 ? sequence : record.Sequence, place, (ushort)position, record.Kind));
        }
    }
}
