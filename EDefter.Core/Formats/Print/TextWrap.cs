using EDefter.Core.Formats.Pdf;

namespace EDefter.Core.Formats.Print;

/// <summary>Breaks a text into lines that fit a width: at spaces, and inside a word only when the word alone is wider than the line.</summary>
internal static class TextWrap
{
    private const int CodeCharactersMax = 10;

    /// <param name="text">One paragraph.</param>
    /// <param name="font">What it is set in.</param>
    /// <param name="size">In points.</param>
    /// <param name="width">In points; a character wider than it stands alone on its line.</param>
    /// <param name="lines">Receives start and length of every line; nothing for an empty text.</param>
    public static void Into(string text, TrueTypeFont font, double size, double width, List<(int Start, int Length)> lines)
    {
        var room = (int)(width * 1000 / size);
        var start = 0;
        while (start < text.Length)
        {
            var (end, next) = LineFrom(text, start, font, room);
            lines.Add((start, end - start));
            start = next;
        }
    }

    // Where the line that starts here ends, and where the next one starts: the space between them belongs to neither.
    private static (int End, int Next) LineFrom(string text, int start, TrueTypeFont font, int room)
    {
        var used = 0;
        var space = -1;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == ' ')
                space = i;
            used += font.WidthOf(text[i]);
            if (used <= room || (i == space && space > start))
                continue;
            if (space > start)
                return (space, space + 1);
            var end = WholeCode(text, start, i);
            return end > start ? (end, end) : (i + 1, i + 1);
        }

        return (text.Length, text.Length);
    }

    // A character shown by its code stands on one line: [U+1F600].
    private static int WholeCode(string text, int start, int end)
    {
        for (var at = end - 1; at > start && end - at < CodeCharactersMax && text[at] != ']'; at--)
        {
            if (text[at] == '[' && text[at + 1] == 'U')
                return at;
        }

        return end;
    }
}
