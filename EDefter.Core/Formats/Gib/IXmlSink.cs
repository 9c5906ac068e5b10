namespace EDefter.Core.Formats.Gib;

/// <summary>Where an item goes: into XML, or into a record of it. Made for generic struct arguments, so that neither costs a call.</summary>
internal interface IXmlSink
{
    /// <summary>Begins an item.</summary>
    void Open(GibItem item);

    /// <summary>A part of its value that is XML already.</summary>
    void Raw(ReadOnlySpan<byte> bytes);

    /// <summary>A part of its value, escaped as canonical XML escapes it (C14N 1.0, 2.3).</summary>
    void Text(ReadOnlySpan<char> text);

    void Close(GibItem item);
}
