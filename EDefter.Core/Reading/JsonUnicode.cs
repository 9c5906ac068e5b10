using System.Globalization;
using System.Text.Unicode;

namespace EDefter.Core.Reading;

/// <summary>
/// Whether the texts of a JSON file are texts. The JSON library takes bytes that are no UTF-8, and escapes of half a character, and throws only when such a
/// text is asked for. Vouchers are not asked this: they keep half characters, because a rule speaks of them.
/// </summary>
public static class JsonUnicode
{
    /// <summary>The bytes are UTF-8, and no escape stands for half a character.</summary>
    public static bool IsValid(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            return false;
        for (var escape = Next(json, out json); escape != 0; escape = Next(json, out json))
        {
            if (char.IsLowSurrogate(escape) || (char.IsHighSurrogate(escape) && (!json.StartsWith("\\u"u8) || !char.IsLowSurrogate(Next(json, out json)))))
                return false;
        }

        return true;
    }

    // The next \uXXXX, or U+0000 where there is none; U+0000 itself is written as another character that is no half. Broken escapes are the parser's to refuse.
    private static char Next(ReadOnlySpan<byte> json, out ReadOnlySpan<byte> rest)
    {
        while (json.IndexOf((byte)'\\') is >= 0 and var at && at + 1 < json.Length)
        {
            json = json[(at + 1)..];
            if (json[0] == 'u' && json.Length > 4 && ushort.TryParse(json.Slice(1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                rest = json[5..];
                return unit == 0 ? ' ' : (char)unit;
            }

            json = json[1..];
        }

        rest = [];
        return '\0';
    }
}
