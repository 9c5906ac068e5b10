using System.Text;

namespace EDefter.Core.Reading.Tables;

/// <summary>A workbook's shared texts as bytes in few large blocks: millions of small strings would cost many times as much.</summary>
internal sealed class SharedTexts(WorkbookLimits limits)
{
    private const int BlockBytes = 1024 * 1024;
    private readonly List<byte[]> blocks = [];
    private readonly List<(int Block, int At)> starts = [];
    private readonly List<int> lengths = [];
    private int used = BlockBytes;

    public void Add(string text)
    {
        var needed = Encoding.UTF8.GetByteCount(text);
        if (starts.Count == limits.TextsMax || (long)blocks.Count * BlockBytes > limits.TextBytesMax)
            throw new TableLimitException("Çalışma kitabındaki metinler okunabilecek sınırdan fazla.");
        if (used + needed > BlockBytes)
        {
            blocks.Add(new byte[Math.Max(BlockBytes, needed)]);
            used = 0;
        }

        Encoding.UTF8.GetBytes(text, blocks[^1].AsSpan(used));
        starts.Add((blocks.Count - 1, used));
        lengths.Add(needed);
        used += needed;
    }

    /// <summary>The text with that number; null when there is none.</summary>
    public string? Find(int number)
    {
        if ((uint)number >= (uint)starts.Count)
            return null;
        var (block, from) = starts[number];
        return Encoding.UTF8.GetString(blocks[block], from, lengths[number]);
    }
}
