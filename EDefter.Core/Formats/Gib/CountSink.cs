using System.Runtime.InteropServices;
using System.Text;
using EDefter.Core.Formats.TextFiles;

namespace EDefter.Core.Formats.Gib;

/// <summary>Counts the bytes that a <see cref="BufferSink"/> would collect.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct CountSink : IXmlSink
{
    public long Bytes { get; private set; }

    public void Raw(ReadOnlySpan<byte> bytes) => Bytes += bytes.Length;

    public void Text(ReadOnlySpan<char> text) => Bytes += Encoding.UTF8.GetByteCount(text) + XmlEscape.Added(text);
}
