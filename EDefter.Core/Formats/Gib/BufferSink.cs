using System.Runtime.InteropServices;
using EDefter.Core.Formats.TextFiles;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>Collects the bytes of the XML.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct BufferSink(ByteBuffer bytes) : IXmlSink
{
    public void Open(GibItem item) => bytes.Write(item.OpenTag);

    public void Raw(ReadOnlySpan<byte> source) => bytes.Write(source);

    public void Text(ReadOnlySpan<char> text) => XmlEscape.Write(text, bytes);

    public void Close(GibItem item) => bytes.Write(item.CloseTag);
}
