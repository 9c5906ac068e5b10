using EDefter.Core.Text;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>Values between tags, with what means something to XML escaped (XML 1.0, 2.4 and 2.11).</summary>
internal sealed class XmlFields(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes, ByteBuffer bytes)
    : FieldBytes(profile, parameters, new ValueText(profile.Text, Utf8Encoder.Instance, holdsLineBreaks: true, notes), notes, bytes)
{
    public override void Fixed(string text) => XmlEscape.Write(text, Bytes);
}
