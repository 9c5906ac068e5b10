namespace EDefter.Core.Formats.Pdf;

/// <summary>
/// What a PDF needs of a TrueType font: which glyph draws a character, how wide it is, and a smaller font with only the glyphs that were
/// used (ISO 32000-1 §9.9; OpenType 1.9, tables cmap, hmtx, loca and glyf). Lengths are thousandths of the font's size.
/// </summary>
internal sealed class TrueTypeFont
{
    private const int Characters = 0x1_0000;

    private readonly Dictionary<string, FontTable> tables;
    private readonly ushort[] glyphs;
    private readonly ushort[] widths;
    private readonly int metrics;

    private TrueTypeFont(string name, byte[] data)
    {
        Name = name;
        tables = FontTable.Directory(data);
        UnitsPerEm = tables["head"].UInt16(18);
        metrics = tables["hhea"].UInt16(34);
        Ascent = Scaled(tables["hhea"].Int16(4));
        Descent = Scaled(tables["hhea"].Int16(6));
        CapHeight = Scaled(tables["OS/2"].Int16(88));
        Box = [Scaled(tables["head"].Int16(36)), Scaled(tables["head"].Int16(38)), Scaled(tables["head"].Int16(40)), Scaled(tables["head"].Int16(42))];
        glyphs = ReadCharacters(tables["cmap"]);
        widths = new ushort[Characters];
        for (var character = 0; character < Characters; character++)
            widths[character] = (ushort)AdvanceOf(glyphs[character]);
    }

    /// <summary>The regular weight, for what is read.</summary>
    public static TrueTypeFont Regular { get; } = Load("RobotoCondensed-Regular", "Regular.ttf");

    /// <summary>The heavier weight, for what is looked for.</summary>
    public static TrueTypeFont SemiBold { get; } = Load("RobotoCondensed-SemiBold", "SemiBold.ttf");

    /// <summary>PostScript name.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Ascent { get; }

    /// <summary>Negative: below the line.</summary>
    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>Left, bottom, right, top of all glyphs together.</summary>
    public IReadOnlyList<int> Box { get; }

    /// <summary>Whether the font can draw the character. Characters beyond the first plane are drawn by no glyph.</summary>
    public bool Has(char character) => glyphs[character] != 0;

    public int GlyphOf(char character) => glyphs[character];

    public int WidthOf(char character) => widths[character];

    public int WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var character in text)
            width += widths[character];
        return width;
    }

    /// <summary>A font that holds only some glyphs, numbered anew.</summary>
    /// <param name="used">Glyphs of this font in the order of their new numbers; the first is 0, the sign for "no such glyph".</param>
    /// <returns>A TrueType file. Parts of composed glyphs are added after the glyphs asked for.</returns>
    public byte[] Subset(IReadOnlyList<int> used) => FontSubset.Of(tables, used);

    private static TrueTypeFont Load(string name, string resource)
    {
        var assembly = typeof(TrueTypeFont).Assembly;
        using var stream = assembly.GetManifestResourceStream(typeof(TrueTypeFont), resource) ?? throw new InvalidOperationException("The font " + resource + " is missing in the assembly.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new TrueTypeFont(name, data);
    }

    private int Scaled(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm, MidpointRounding.AwayFromZero);

    // The last glyph with an advance of its own stands for all after it.
    private int AdvanceOf(int glyph) => Scaled(tables["hmtx"].UInt16(4 * Math.Min(glyph, metrics - 1)));

    private static ushort[] ReadCharacters(FontTable map)
    {
        for (var i = 0; i < map.UInt16(2); i++)
        {
            var record = 4 + (8 * i);
            var at = checked((int)map.UInt32(record + 4));
            // Platform 3, encoding 1: Unicode's first plane; format 4 is how every such font keeps it.
            if (map.UInt16(record) == 3 && map.UInt16(record + 2) == 1 && map.UInt16(at) == 4)
                return ReadSegments(map, at);
        }

        throw new InvalidDataException("The font has no table of Unicode characters.");
    }

    private static ushort[] ReadSegments(FontTable map, int at)
    {
        var found = new ushort[Characters];
        var doubled = map.UInt16(at + 6);
        for (var segment = 0; segment < doubled; segment += 2)
        {
            var last = map.UInt16(at + 14 + segment);
            var first = map.UInt16(at + 16 + doubled + segment);
            var delta = map.UInt16(at + 16 + (2 * doubled) + segment);
            var rangeAt = at + 16 + (3 * doubled) + segment;
            var range = map.UInt16(rangeAt);
            for (int character = first; character <= last && character < Characters - 1; character++)
            {
                var glyph = range == 0 ? character : map.UInt16(rangeAt + range + (2 * (character - first)));
                found[character] = glyph == 0 ? (ushort)0 : (ushort)(glyph + delta);
            }
        }

        return found;
    }
}
