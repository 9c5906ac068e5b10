using System.Buffers;
using System.Text.Unicode;

namespace EDefter.Core.Reading;

/// <summary>
/// The words that a month says in every line (accounts, names, kinds, currencies), kept once each: half of what a day's vouchers would hold are copies of
/// them. A word that has lost its place to another is only a copy more, so threads need not wait for each other.
/// </summary>
internal static class Words
{
    /// <summary>UTF-8 bytes of the longest word that is kept.</summary>
    public const int BytesMax = 64;

    private const int Places = 8192;

    private static readonly string?[] Known = new string?[Places];

    /// <returns>Null when the bytes are too many, or no UTF-8; then it is for others to read or refuse them.</returns>
    public static string? Find(ReadOnlySpan<byte> utf8)
    {
        Span<char> text = stackalloc char[BytesMax];
        if (utf8.Length > BytesMax || Utf8.ToUtf16(utf8, text, out _, out var length, replaceInvalidSequences: false) != OperationStatus.Done)
            return null;
        text = text[..length];
        var place = PlaceOf(text);
        if (Known[place] is { } known && text.SequenceEqual(known))
            return known;
        var word = new string(text);
        Known[place] = word;
        return word;
    }

    // FNV-1a.
    private static int PlaceOf(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return (int)((hash ^ (hash >> 16)) % Places);
    }
}
