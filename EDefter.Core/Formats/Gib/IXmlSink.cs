namespace EDefter.Core.Formats.Gib;

/// <summary>Where the bytes of an entry go: into a buffer, or only into their count. Made for generic struct arguments, so that neither costs a call.</summary>
internal interface IXmlSink
{
    /// <summary>Bytes that are XML already.</summary>
    void Raw(ReadOnlySpan<byte> bytes);

    /// <summary>Text between tags, escaped as canonical XML escapes it (C14N 1.0, 2.3).</summary>
    void Text(ReadOnlySpan<char> text);
}
