using System.Runtime.InteropServices;
using EDefter.Core.Formats.TextFiles;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// Records items without their tags: a byte for the item, three for the length of its value, and the value as XML. A line takes a sixth of its XML,
/// and both books can be written from it (<see cref="GibItemTable.Write"/>).
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct RecordSink(ByteBuffer bytes) : IXmlSink
{
    private int value;

    public readonly int Length => bytes.Length;

    public void Open(GibItem item)
    {
        var head = bytes.Reserve(1 + GibItemTable.LengthBytes);
        head[0] = item.Index;
        bytes.Advance(1 + GibItemTable.LengthBytes);
        value = bytes.Length;
    }

    public readonly void Raw(ReadOnlySpan<byte> source) => bytes.Write(source);

    public readonly void Text(ReadOnlySpan<char> text) => XmlEscape.Write(text, bytes);

    public readonly void Close(GibItem item)
    {
        var length = bytes.Length - value;
        if (length > GibItemTable.ValueBytesMax)
            throw new InvalidDataException("A value is longer than any text of a voucher may be.");
        var at = bytes.Overwrite(value - GibItemTable.LengthBytes);
        at[0] = (byte)length;
        at[1] = (byte)(length >> 8);
        at[2] = (byte)(length >> 16);
    }
}
