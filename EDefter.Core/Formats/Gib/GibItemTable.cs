using EDefter.Core.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>The items of entries and lines in one context, each with its place in the table: the same place in the journal's table and in the ledger's.</summary>
internal sealed class GibItemTable(string context, string unit)
{
    /// <summary>Bytes that tell a value's length in a record.</summary>
    public const int LengthBytes = 3;

    public const int ValueBytesMax = (1 << (8 * LengthBytes)) - 1;

    private readonly List<GibItem> items = [];

    public GibItem OfText(string name) => Add(GibItem.OfText(name, context));

    public GibItem OfAmount(string name) => Add(GibItem.OfAmount(name, context, unit));

    public GibItem OfCount(string name) => Add(GibItem.OfCount(name, context));

    /// <summary>A tag of the structure, which holds no value itself.</summary>
    public GibItem OfTag(string tag) => Add(GibItem.OfTag(tag));

    /// <summary>Writes what was recorded with a table of the same items as the XML of this one.</summary>
    public void Write(ReadOnlySpan<byte> record, ByteBuffer target)
    {
        while (!record.IsEmpty)
        {
            var item = items[record[0]];
            var length = LengthOf(record);
            target.Write(item.OpenTag);
            target.Write(record.Slice(1 + LengthBytes, length));
            target.Write(item.CloseTag);
            record = record[(1 + LengthBytes + length)..];
        }
    }

    /// <returns>Bytes of the XML that <see cref="Write"/> makes of it.</returns>
    public long SizeOf(ReadOnlySpan<byte> record)
    {
        var size = 0L;
        while (!record.IsEmpty)
        {
            var item = items[record[0]];
            var length = LengthOf(record);
            size += item.OpenTag.Length + length + item.CloseTag.Length;
            record = record[(1 + LengthBytes + length)..];
        }

        return size;
    }

    private static int LengthOf(ReadOnlySpan<byte> record) => record[1] | (record[2] << 8) | (record[3] << 16);

    private GibItem Add(GibItem item)
    {
        item.Index = checked((byte)items.Count);
        items.Add(item);
        return item;
    }
}
