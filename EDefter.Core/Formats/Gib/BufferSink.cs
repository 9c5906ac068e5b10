using System.Runtime.InteropServices;
using EDefter.Core.Formats.TextFiles;

namespace EDefter.Core.Formats.Gib;

/// <summary>Collects the bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct BufferSink(ByteBuffer bytes) : IXmlSink
{
    public void Raw(ReadOnlySpan<byte> source) => bytes.Write(source);

    public void Text(ReadOnlySpan<char> text) => XmlEscape.Write(text, bytes);
}
