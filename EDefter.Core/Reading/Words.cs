using System.Buffers.Binary;

namespace EDefter.Core.Reading;

/// <summary>
/// The texts that a month says again and again (accounts, names, kinds, the document of a voucher's lines), kept once each: half of what a day's vouchers would
/// hold are copies of them. A word that has lost its place to another is only a copy more, so threads need not wait for each other.
/// </summary>
internal static class Words
{
    /// <summary>UTF-8 bytes of the longest word that is kept.</summary>
    public const int BytesMax = 64;

    private const int PlacesPowerOfTwo = 13;

    private static readonly Word?[] Known = new Word?[1 << PlacesPowerOfTwo];

    // Hashes of texts that came once. Most of those never come again: only the second time is a text worth a place, and the word that had it forgotten.
    private static readonly ulong[] Once = new ulong[1 << PlacesPowerOfTwo];

    /// <returns>Null when the bytes are too many, or no UTF-8; then it is for others to read or refuse them.</returns>
    public static string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > BytesMax)
            return null;
        var hash = HashOf(utf8);
        var place = (int)(hash >> (64 - PlacesPowerOfTwo));
        if (Known[place] is { } known && utf8.SequenceEqual(known.Utf8))
            return known.Text;
        if (!JsonText.TryDecode(utf8, out var text))
            return null;
        if (Once[place] == hash)
            Known[place] = new Word(utf8.ToArray(), text);
        else
            Once[place] = hash;
        return text;
    }

    // Fibonacci hashing: eight bytes at a time, and the upper bits, which all others reach. The last eight may overlap those before them.
    private static ulong HashOf(ReadOnlySpan<byte> utf8)
    {
        const ulong Golden = 0x9E3779B97F4A7C15;
        var hash = (ulong)utf8.Length;
        var last = 0UL;
        if (utf8.Length >= sizeof(ulong))
        {
            last = BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]);
            for (; utf8.Length > sizeof(ulong); utf8 = utf8[sizeof(ulong)..])
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8)) * Golden;
        }
        else
        {
            foreach (var b in utf8)
                last = (last << 8) | b;
        }

        return (hash ^ last) * Golden;
    }

    private sealed record Word(byte[] Utf8, string Text);
}
