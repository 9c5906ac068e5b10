using System.Buffers;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>Escapes text between tags as canonical XML does (XML 1.0, 2.4 and 2.11; Canonical XML 1.0, 2.3).</summary>
internal static class XmlEscape
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\r");

    public static void Write(ReadOnlySpan<char> text, ByteBuffer bytes)
    {
        for (var at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            Utf8Encoder.Instance.Write(text[..at], bytes);
            bytes.Write(Of(text[at]));
            text = text[(at + 1)..];
        }

        Utf8Encoder.Instance.Write(text, bytes);
    }

    /// <summary>Bytes that escaping adds to the text's own.</summary>
    public static int Added(ReadOnlySpan<char> text)
    {
        var added = 0;
        for (var at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            added += Of(text[at]).Length - 1;
            text = text[(at + 1)..];
        }

        return added;
    }

    // A reader turns a bare CR into a line feed.
    private static ReadOnlySpan<byte> Of(char c) => c switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        _ => "&#xD;"u8,
    };
}
