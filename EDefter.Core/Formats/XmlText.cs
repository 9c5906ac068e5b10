using System.Text;

namespace EDefter.Core.Formats;

/// <summary>Which characters XML 1.0 has (section 2.2, production Char).</summary>
internal static class XmlText
{
    /// <returns>The first character (or half of a pair) that no XML can hold, or null.</returns>
    public static int? FirstIllegal(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\ud800' or '\t' or '\n' or '\r' or (>= '\ue000' and < '\ufffe'))
                continue;
            if (Rune.DecodeFromUtf16(text[i..], out _, out var used) != System.Buffers.OperationStatus.Done || used != 2)
                return c;
            i++;
        }

        return null;
    }
}
