using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace EDefter.Core.Formats.Pdf;

/// <summary>Writes a TrueType file that holds only the glyphs a document uses.</summary>
internal sealed class FontSubset
{
    private const ushort ArgumentsAreWords = 0x0001;
    private const ushort HasScale = 0x0008;
    private const ushort MoreComponents = 0x0020;
    private const ushort HasTwoScales = 0x0040;
    private const ushort HasMatrix = 0x0080;

    private static readonly string[] Copied = ["cvt ", "fpgm", "prep"];

    private readonly Dictionary<string, FontTable> source;
    private readonly bool longOffsets;
    private readonly List<int> glyphs = [];
    private readonly Dictionary<int, int> numbers = [];

    private FontSubset(Dictionary<string, FontTable> source, IReadOnlyList<int> used)
    {
        this.source = source;
        longOffsets = source["head"].Int16(50) != 0;
        foreach (var glyph in used)
            NumberOf(glyph);
    }

    /// <param name="source">Tables of the whole font.</param>
    /// <param name="used">Glyphs without doubles, 0 first.</param>
    public static byte[] Of(Dictionary<string, FontTable> source, IReadOnlyList<int> used) => new FontSubset(source, used).Write();

    private byte[] Write()
    {
        var outlines = new List<byte[]>();
        // Grows while it is walked: parts of composed glyphs are added at its end.
        for (var i = 0; i < glyphs.Count; i++)
            outlines.Add(Renumbered(OutlineOf(glyphs[i])));
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = Joined(outlines),
            ["head"] = Changed("head", (50, (ushort)1), (8, (ushort)0), (10, (ushort)0)),
            ["hhea"] = Changed("hhea", (34, (ushort)glyphs.Count)),
            ["hmtx"] = Metrics(),
            ["loca"] = Offsets(outlines),
            ["maxp"] = Changed("maxp", (4, (ushort)glyphs.Count)),
        };
        foreach (var name in Copied)
        {
            if (source.TryGetValue(name, out var table))
                tables[name] = table.Bytes.ToArray();
        }

        return Joined(tables);
    }

    private int NumberOf(int glyph)
    {
        if (numbers.TryGetValue(glyph, out var number))
            return number;
        number = glyphs.Count;
        numbers.Add(glyph, number);
        glyphs.Add(glyph);
        return number;
    }

    private byte[] OutlineOf(int glyph)
    {
        var offsets = source["loca"];
        var (from, to) = longOffsets
            ? (offsets.UInt32(4 * glyph), offsets.UInt32(4 * (glyph + 1)))
            : (2u * offsets.UInt16(2 * glyph), 2u * offsets.UInt16(2 * (glyph + 1)));
        return source["glyf"].Bytes[(int)from..(int)to].ToArray();
    }

    // A composed glyph (ş, İ) names its parts by number.
    private byte[] Renumbered(byte[] outline)
    {
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return outline;
        var at = 10;
        ushort flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = outline.AsSpan(at + 2);
            BinaryPrimitives.WriteUInt16BigEndian(part, (ushort)NumberOf(BinaryPrimitives.ReadUInt16BigEndian(part)));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2) + ScaleBytes(flags);
        }
        while ((flags & MoreComponents) != 0);
        return outline;
    }

    private static int ScaleBytes(ushort flags) => flags switch
    {
        _ when (flags & HasScale) != 0 => 2,
        _ when (flags & HasTwoScales) != 0 => 4,
        _ when (flags & HasMatrix) != 0 => 8,
        _ => 0,
    };

    private byte[] Metrics()
    {
        var metrics = source["hhea"].UInt16(34);
        var from = source["hmtx"];
        var bytes = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            var bearing = glyph < metrics ? from.UInt16((4 * glyph) + 2) : from.UInt16((4 * metrics) + (2 * (glyph - metrics)));
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4 * i), from.UInt16(4 * Math.Min(glyph, metrics - 1)));
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan((4 * i) + 2), bearing);
        }

        return bytes;
    }

    private static byte[] Offsets(List<byte[]> outlines)
    {
        var bytes = new byte[4 * (outlines.Count + 1)];
        var offset = 0;
        for (var i = 0; i < outlines.Count; i++)
        {
            offset += Padded(outlines[i].Length);
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * (i + 1)), offset);
        }

        return bytes;
    }

    private static byte[] Joined(List<byte[]> outlines)
    {
        var bytes = new byte[outlines.Sum(outline => Padded(outline.Length))];
        var offset = 0;
        foreach (var outline in outlines)
        {
            outline.CopyTo(bytes, offset);
            offset += Padded(outline.Length);
        }

        return bytes;
    }

    private byte[] Changed(string table, params ReadOnlySpan<(int Offset, ushort Value)> changes)
    {
        var bytes = source[table].Bytes.ToArray();
        foreach (var (offset, value) in changes)
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(offset), value);
        return bytes;
    }

    private static byte[] Joined(SortedDictionary<string, byte[]> tables)
    {
        var head = 12 + (16 * tables.Count);
        var bytes = new byte[head + tables.Values.Sum(table => Padded(table.Length))];
        var power = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, 0x0001_0000);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(10), (ushort)((16 * tables.Count) - (16 << power)));
        var (record, offset) = (12, head);
        foreach (var (name, table) in tables)
        {
            table.CopyTo(bytes, offset);
            Encoding.ASCII.GetBytes(name, bytes.AsSpan(record));
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(record + 4), Checksum(bytes.AsSpan(offset, Padded(table.Length))));
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(record + 8), offset);
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(record + 12), table.Length);
            record += 16;
            offset += Padded(table.Length);
        }

        return bytes;
    }

    private static uint Checksum(ReadOnlySpan<byte> words)
    {
        var sum = 0u;
        for (; words.Length > 0; words = words[4..])
            sum += BinaryPrimitives.ReadUInt32BigEndian(words);
        return sum;
    }

    private static int Padded(int length) => (length + 3) & ~3;
}
