using System.Buffers;

namespace EDefter.Storage.Log;

/// <summary>Vouchers of one day that wait to become a chunk.</summary>
internal sealed class DayBuffer
{
    public ArrayBufferWriter<byte> Lines { get; } = new(16 * 1024);

    public List<ChunkRecord> Records { get; } = [];

    public List<(string At, long Ordinal)> Places { get; } = [];
}
