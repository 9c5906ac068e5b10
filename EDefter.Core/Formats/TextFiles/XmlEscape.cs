using System.Buffers;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>
/// Escapes text between tags as canonical XML does (XML 1.0, 2.4 and 2.11; Canonical XML 1.0, 2.3). What no XML can hold (a control character, U+FFFE, U+FFFF; half of a
/// pair is the encoder's) becomes U+FFFD: whoever writes names it as unwritable, and what stands behind it can still be read and judged.
/// </summary>
internal static class XmlEscape
{
    private const string Forbidden = "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\ufffe\uffff";

    // UTF-8 of U+FFFE and U+FFFF.
    private const int BytesOfLast = 3;

    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\r" + Forbidden);

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
            added += Of(text[at]).Length - (text[at] >= '\ufffe' ? BytesOfLast : 1);
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
        '\r' => "&#xD;"u8,
        _ => "\uFFFD"u8,
    };
}
