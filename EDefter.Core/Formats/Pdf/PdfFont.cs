using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EDefter.Core.Formats.Pdf;

/// <summary>
/// A font as one document uses it: every character gets a code of its own in the order of its first use, so that the text read back is
/// the text written, even where two characters share a glyph.
/// </summary>
internal sealed class PdfFont(TrueTypeFont font)
{
    // Entries that one block of bfchar may hold (ISO 32000-1 §9.10.3).
    private const int BlockMax = 100;

    private readonly ushort[] codes = new ushort[0x1_0000];
    private readonly List<char> characters = ['\0'];

    public TrueTypeFont Font => font;

    /// <summary>Whether any text was set in it.</summary>
    public bool IsUsed => characters.Count > 1;

    /// <summary>The character's code in this document.</summary>
    /// <exception cref="ArgumentException">The font cannot draw it: the caller shows such characters another way.</exception>
    public ushort CodeOf(char character)
    {
        var code = codes[character];
        if (code != 0)
            return code;
        if (!font.Has(character))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{font.Name} has no glyph for U+{(int)character:X4}."), nameof(character));
        code = codes[character] = (ushort)characters.Count;
        characters.Add(character);
        return code;
    }

    /// <summary>Six capitals that follow from the characters used, as a name of a part of a font must have.</summary>
    public string Tag()
    {
        var hash = SHA256.HashData(Encoding.Unicode.GetBytes([.. characters]));
        return string.Concat(hash.Take(6).Select(octet => (char)('A' + (octet % 26))));
    }

    /// <summary>The font with the glyphs used, and for each code the number of its glyph in it.</summary>
    public (byte[] Program, byte[] GlyphByCode) Subset()
    {
        var used = new List<int> { 0 };
        var numbers = new Dictionary<int, int> { [0] = 0 };
        var map = new byte[2 * characters.Count];
        for (var code = 1; code < characters.Count; code++)
        {
            var glyph = font.GlyphOf(characters[code]);
            if (!numbers.TryGetValue(glyph, out var number))
            {
                number = used.Count;
                numbers.Add(glyph, number);
                used.Add(glyph);
            }

            map[2 * code] = (byte)(number >> 8);
            map[(2 * code) + 1] = (byte)number;
        }

        return (font.Subset(used), map);
    }

    /// <summary>Widths by code, as /W wants them.</summary>
    public string Widths()
    {
        var text = new StringBuilder("[1 [");
        for (var code = 1; code < characters.Count; code++)
            text.Append(CultureInfo.InvariantCulture, $"{(code > 1 ? " " : "")}{font.WidthOf(characters[code])}");
        return text.Append("]]").ToString();
    }

    /// <summary>The character of every code, for whoever reads, searches or copies the text.</summary>
    public string ToUnicode()
    {
        var text = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        for (var first = 1; first < characters.Count; first += BlockMax)
        {
            var last = Math.Min(first + BlockMax, characters.Count);
            text.Append(CultureInfo.InvariantCulture, $"{last - first} beginbfchar\n");
            for (var code = first; code < last; code++)
                text.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{(int)characters[code]:X4}>\n");
            text.Append("endbfchar\n");
        }

        return text.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
