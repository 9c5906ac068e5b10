using System.Buffers;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>Values between tags, with what means something to XML escaped (XML 1.0, 2.4 and 2.11).</summary>
internal sealed class XmlFields(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes, ByteBuffer bytes)
    : FieldBytes(profile, parameters, new ValueText(profile.Text, Utf8Encoder.Instance, holdsLineBreaks: true, notes), notes, bytes)
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\r");

    public override void Fixed(string text)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(Escaped); at >= 0; at = rest.IndexOfAny(Escaped))
        {
            Utf8Encoder.Instance.Write(rest[..at], Bytes);
            Bytes.Write(EscapeOf(rest[at]));
            rest = rest[(at + 1)..];
        }

        Utf8Encoder.Instance.Write(rest, Bytes);
    }

    // A reader turns a bare CR into a line feed.
    private static ReadOnlySpan<byte> EscapeOf(char c) => c switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        _ => "&#xD;"u8,
    };
}
