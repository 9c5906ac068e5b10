using System.Globalization;
using System.Text;

namespace EDefter.Storage.Tables;

/// <summary>Texts as parts of a key.</summary>
internal static class RowKeys
{
    /// <summary>Letters, digits, '-', '_' and '.' stay; everything else becomes '~' and four hex digits, so that no text can reach into a neighbour's key.</summary>
    public static string Escape(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
                key.Append(c);
            else
                key.Append(CultureInfo.InvariantCulture, $"~{(int)c:x4}");
        }

        return key.ToString();
    }
}
