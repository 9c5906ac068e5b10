using System.Text;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>Turkish letters that went through the wrong encoding.</summary>
internal static class Mojibake
{
    private const string Letters = "ıİşŞğĞçÇöÖüÜâÂîÎûÛ";
    private const string Plain = "iIsSgGcCoOuUaAiIuU";

    private static readonly Encoding Turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The found text is the sealed one, read in another encoding than it was written in, or saved in one that lacks its letters.</summary>
    public static bool Is(string expected, string found)
    {
        if (Ascii.IsValid(expected))
            return false;
        var utf8 = Encoding.UTF8.GetBytes(expected);
        return found == Turkish.GetString(utf8) || found == Western.GetString(utf8) || found == Encoding.Latin1.GetString(utf8)
            || found == Western.GetString(Turkish.GetBytes(expected)) || found == Fold(expected) || IsRest(expected, found);
    }

    // What stood between the letters is still there, and where they stood is something that is no letter of Turkish.
    private static bool IsRest(string expected, string found)
    {
        var rest = new StringBuilder();
        var damaged = false;
        foreach (var c in found)
        {
            if (c is '?' or '\ufffd')
                damaged = true;
            if (c is not ('?' or '\ufffd') && char.IsAscii(c))
                rest.Append(c);
        }

        var kept = string.Concat(expected.Where(c => char.IsAscii(c) && c != '?'));
        return (damaged || !Ascii.IsValid(found)) && kept.Length > 0 && rest.ToString() == kept && !found.Any(c => Letters.Contains(c, StringComparison.Ordinal));
    }

    private static string Fold(string text) => string.Concat(text.Select(c => Letters.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c));
}
