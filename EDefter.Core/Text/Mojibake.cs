using System.Text;
using System.Text.Unicode;

namespace EDefter.Core.Text;

/// <summary>
/// Turkish text that was read in the wrong encoding. Two accidents make nearly all of it: UTF-8 read as Windows-1252, Windows-1254 or Latin-1 ("Ã¼" for
/// "ü"), and Windows-1254 read as Windows-1252 or Latin-1 (ý þ ð Ý Þ Ð for ı ş ğ İ Ş Ğ). Every text here can be turned back into the bytes it came from, so
/// a reading is proved by the bytes and not guessed by the look of it; U+FFFD says that the bytes are lost.
/// </summary>
public static class Mojibake
{
    private const char Lost = '\ufffd';

    // A text may have gone through the same wrong door more than once.
    private const int DoorsMax = 3;

    // The one sign of each byte 0x80 to 0x9F in Windows-1252; where it has none, Latin-1's control character is what a reader gives.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private const string Read1252 = "ýþðÝÞÐ";

    private const string Meant1254 = "ışğİŞĞ";

    private const string TurkishLetters = "çğıöşüÇĞİÖŞÜâîûÂÎÛ";

    // What Turkish texts hold beside letters: quotation marks, dashes, dots, signs.
    private const string Signs = "‘’‚“”„–—…•€₺™«»°½²³№·©®´§\u00a0";

    /// <summary>Characters without which a text is never garbled; for a first fast search.</summary>
    public static string Marks => "ÃÄÅÂâýþðÝÞÐ\ufffd";

    /// <summary>The first garbled word of a text, as it stands there; null when nothing in it is garbled.</summary>
    public static string? FirstGarbledWord(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Lost || HoldsUnit(text, i))
                return WordAt(text, i);
        }

        return FirstWindows1254Word(text);
    }

    /// <summary>What the text was before it was read wrongly.</summary>
    /// <returns>Null when it is not garbled, or when its bytes do not prove exactly one reading.</returns>
    public static string? Reading(string text)
    {
        var utf8 = Utf8Reading(text);
        var windows = FirstWindows1254Word(text) is null ? null : Windows1254Reading(text);
        if (utf8 is not null && windows is not null)
            return null;
        var reading = utf8 ?? windows;
        return reading is null || FirstGarbledWord(reading) is not null ? null : reading;
    }

    private static string? Utf8Reading(string text)
    {
        string? reading = null;
        for (var door = 0; door < DoorsMax && DecodeUtf8(reading ?? text) is { } decoded; door++)
            reading = decoded;
        return reading;
    }

    private static string? DecodeUtf8(string text)
    {
        var bytes = new byte[text.Length];
        var isPlain = true;
        for (var i = 0; i < text.Length; i++)
        {
            if (ByteOf(text[i]) is not { } value)
                return null;
            bytes[i] = value;
            isPlain &= value < 0x80;
        }

        // Bytes that are no UTF-8 prove that the text never was.
        if (isPlain || !Utf8.IsValid(bytes))
            return null;
        var decoded = Encoding.UTF8.GetString(bytes);
        return decoded.All(static c => c < 0x80 || IsExpected(c)) ? decoded : null;
    }

    private static bool IsExpected(char c) => TurkishLetters.Contains(c, StringComparison.Ordinal) || Signs.Contains(c, StringComparison.Ordinal) || ByteOf(c) is not null;

    // The byte that a reader of Windows-1252, Windows-1254 or Latin-1 made the character from; the three agree wherever they all have one.
    private static byte? ByteOf(char c)
    {
        if (c <= '\u00ff')
            return (byte)c;
        var turkish = Meant1254.IndexOf(c, StringComparison.Ordinal);
        if (turkish >= 0)
            return (byte)Read1252[turkish];
        var special = Windows1252.IndexOf(c, StringComparison.Ordinal);
        return special >= 0 ? (byte)(0x80 + special) : null;
    }

    // Two characters that are the UTF-8 bytes of a Turkish letter or of a sign of Latin-1, or three that are those of a quotation mark or dash.
    private static bool HoldsUnit(string text, int at)
    {
        if (at + 1 >= text.Length || ByteOf(text[at + 1]) is not (>= 0x80 and <= 0xbf and var second))
            return false;
        return text[at] switch
        {
            'Â' => second >= 0xa0,
            'Ã' or 'Ä' or 'Å' => TurkishLetters.Contains((char)(((text[at] & 0x1f) << 6) | (second & 0x3f)), StringComparison.Ordinal) || IsTwice(text, at, second),
            'â' => second is 0x80 or 0x82 && at + 2 < text.Length && ByteOf(text[at + 2]) is >= 0x80 and <= 0xbf,
            _ => false,
        };
    }

    // "ÃƒÂ¼": the bytes of "Ã¼", which are garbled themselves.
    private static bool IsTwice(string text, int at, byte second) => text[at] == 'Ã' && second is 0x82 or 0x83 or 0x84 or 0x85 && at + 2 < text.Length && text[at + 2] is 'Â' or 'Å' or 'â' or 'Ä' or 'Ã';

    private static string Windows1254Reading(string text)
    {
        var reading = new StringBuilder(text);
        for (var i = 0; i < Read1252.Length; i++)
            reading.Replace(Read1252[i], Meant1254[i]);
        return reading.ToString();
    }

    // The letters alone prove nothing, Icelanders and Czechs write them too. The text must be one that Windows-1252 can hold at all (a real ı or ş beside
    // them shows that it was read rightly), must have no letter that Turkish lacks, and every word with one of the six must be possible in Turkish.
    private static string? FirstWindows1254Word(string text)
    {
        string? first = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c > '\u00ff' && !Windows1252.Contains(c, StringComparison.Ordinal))
                return null;
            if (char.IsLetter(c) && c >= 0x80 && !TurkishLetters.Contains(c, StringComparison.Ordinal) && !Read1252.Contains(c, StringComparison.Ordinal))
                return null;
            if (!Read1252.Contains(c, StringComparison.Ordinal))
                continue;
            var word = WordAt(text, i);
            // An initial alone proves nothing either way.
            if (word.Count(char.IsLetter) < 2)
                continue;
            if (!TurkishWords.IsPossible(Windows1254Reading(word)))
                return null;
            first ??= word;
        }

        return first;
    }

    private static string WordAt(string text, int at)
    {
        int start = at, end = at;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            start--;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return text[start..end];
    }
}
