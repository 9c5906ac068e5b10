using System.Runtime.InteropServices;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>
/// Millions of short texts, one behind the other in pages that never move: a byte for each character where that is enough, two where it is not. A string takes twenty bytes more,
/// and the collector looks at each of them.
/// </summary>
internal sealed class TextPages
{
    // Pages are numbered in the upper half of a place, bytes of a page in the lower.
    private const int PageBits = 16;
    private const int PageBytes = 1 << PageBits;
    private const int HeaderBytesMax = 5;
    private const char NarrowMax = '\u00ff';

    private readonly List<byte[]> pages = [];
    private int used = PageBytes;

    /// <returns>The place to find it again.</returns>
    public int Add(ReadOnlySpan<char> text)
    {
        var isWide = text.ContainsAnyExceptInRange('\0', NarrowMax);
        var bytes = HeaderBytesMax + (isWide ? text.Length * sizeof(char) : text.Length);
        if (used + bytes > PageBytes)
        {
            // A text longer than a page has one of its own.
            pages.Add(new byte[Math.Max(PageBytes, bytes)]);
            used = 0;
        }

        var place = ((pages.Count - 1) << PageBits) | used;
        if (pages.Count > short.MaxValue)
            throw new InvalidOperationException("There are more texts than a month can have.");
        var target = pages[^1].AsSpan(used);
        var header = WriteHeader(target, ((uint)text.Length << 1) | (isWide ? 1u : 0u));
        if (isWide)
            MemoryMarshal.AsBytes(text).CopyTo(target[header..]);
        else
            Narrow(text, target[header..]);
        used += header + bytes - HeaderBytesMax;
        return place;
    }

    public string Read(int place)
    {
        var bytes = Find(place, out var isWide);
        return isWide ? new string(MemoryMarshal.Cast<byte, char>(bytes)) : System.Text.Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Whether that text lies there, character for character.</summary>
    public bool Holds(int place, ReadOnlySpan<char> text)
    {
        var bytes = Find(place, out var isWide);
        if (isWide)
            return MemoryMarshal.Cast<byte, char>(bytes).SequenceEqual(text);
        if (bytes.Length != text.Length)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (bytes[i] != text[i])
                return false;
        }

        return true;
    }

    private ReadOnlySpan<byte> Find(int place, out bool isWide)
    {
        ReadOnlySpan<byte> from = pages[place >> PageBits].AsSpan(place & (PageBytes - 1));
        uint header = 0;
        var at = 0;
        do
            header |= (uint)(from[at] & 0x7f) << (7 * at);
        while (from[at++] >= 0x80);
        isWide = (header & 1) != 0;
        var length = (int)(header >> 1);
        return from.Slice(at, isWide ? length * sizeof(char) : length);
    }

    private static int WriteHeader(Span<byte> target, uint value)
    {
        var at = 0;
        for (; value >= 0x80; value >>= 7)
            target[at++] = (byte)(value | 0x80);
        target[at] = (byte)value;
        return at + 1;
    }

    private static void Narrow(ReadOnlySpan<char> text, Span<byte> target)
    {
        for (var i = 0; i < text.Length; i++)
            target[i] = (byte)text[i];
    }
}
