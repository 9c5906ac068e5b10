using System.Buffers;
using EDefter.Core.Reading;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// Writes chunks that no commit names yet: invisible until one does. Holds at most one unfinished chunk per day, and one transaction on its way.
/// </summary>
internal sealed class Staging(ITable table, string partition, Guid identity, bool isPack = false)
{
    public const int VouchersMax = 200;

    /// <summary>Bytes of JSON that fill a chunk before 200 vouchers do.</summary>
    private const int ChunkBytesMax = 4 * 1024 * 1024;

    private const int SendBytes = 1024 * 1024;
    private const int SendRows = 50;

    private readonly Dictionary<DateOnly, DayBuffer> buffers = [];
    private readonly List<TableAction> waiting = [];
    private Task sending = Task.CompletedTask;

    // Some hundred kilobytes for each of a month's thousands of chunks: filled again and again, they burden the collector once.
    private readonly MemoryStream packed = new();
    private DayBuffer? spare;
    private long waitingBytes;
    private int number;

    public string Identity { get; } = identity.ToString("N");

    /// <summary>In order of number: what comes later wins.</summary>
    public List<StagedChunk> Chunks { get; } = [];

    /// <summary>Bytes of vouchers that wait in memory.</summary>
    public long Buffered { get; private set; }

    /// <summary>A line for the chunk of a day; complete at once unless it fills the chunk.</summary>
    public Task AddAsync(DateOnly day, ReadOnlySpan<byte> json, in ChunkRecord record, RowPlace place, long ordinal, CancellationToken cancellationToken)
    {
        if (!buffers.TryGetValue(day, out var buffer))
        {
            buffers[day] = buffer = spare ?? new DayBuffer();
            spare = null;
        }

        buffer.Lines.Write(json);
        buffer.Lines.Write("\n"u8);
        buffer.Records.Add(record);
        buffer.Places.Add((place, ordinal));
        Buffered += json.Length + 1;
        return buffer.Records.Count == VouchersMax || buffer.Lines.Length >= ChunkBytesMax ? FlushAsync(day, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Makes a chunk of the day that holds most, to bound memory.</summary>
    public Task FlushLargestAsync(CancellationToken cancellationToken) =>
        buffers.Count == 0 ? Task.CompletedTask : FlushAsync(buffers.MaxBy(pair => pair.Value.Lines.Length).Key, cancellationToken);

    /// <summary>Makes a chunk of what waits for the day.</summary>
    public async Task FlushAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (!buffers.Remove(day, out var buffer))
            return;
        Buffered -= buffer.Lines.Length;
        var chunk = new StagedChunk(new ChunkRef(day, Identity, number++) { IsPack = isPack }, [.. buffer.Records]) { Places = [.. buffer.Places] };
        Chunks.Add(chunk);
        foreach (var row in ChunkRows.Write(partition, chunk.Ref, chunk.Records, buffer.Lines.Written, packed))
        {
            waiting.Add(TableAction.Insert(row));
            waitingBytes += RowLimits.BytesOf(row);
        }

        buffer.Clear();
        spare = buffer;
        if (waitingBytes >= SendBytes || waiting.Count >= SendRows)
            await SendAsync(cancellationToken);
    }

    /// <summary>Returns when every chunk stands in the table.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var day in buffers.Keys.Order().ToArray())
            await FlushAsync(day, cancellationToken);
        await SendAsync(cancellationToken);
        await sending;
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await sending;
        if (waiting.Count == 0)
            return;
        var actions = waiting.ToArray();
        waiting.Clear();
        waitingBytes = 0;
        sending = SubmitAsync(actions, cancellationToken);
    }

    private async Task SubmitAsync(TableAction[] actions, CancellationToken cancellationToken)
    {
        foreach (var batch in BatchPlanner.Split(actions))
            await table.SubmitAsync(batch, cancellationToken);
    }
}
