using EDefter.Core.Reading;
using EDefter.Core.Text;

namespace EDefter.Storage.Log;

/// <summary>Vouchers of one day that wait to become a chunk.</summary>
internal sealed class DayBuffer
{
    public ByteBuffer Lines { get; } = new(16 * 1024);

    public List<ChunkRecord> Records { get; } = [];

    public List<(RowPlace Place, long Ordinal)> Places { get; } = [];

    /// <summary>Ready for another day.</summary>
    public void Clear()
    {
        Lines.Clear();
        Records.Clear();
        Places.Clear();
    }
}
