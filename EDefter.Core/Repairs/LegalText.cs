using System.Globalization;
using System.Text;

namespace EDefter.Core.Repairs;

/// <summary>Characters that a ledger can carry: those of XML 1.0 without the control characters that print as nothing, as MET001 judges them.</summary>
internal static class LegalText
{
    public static bool IsLegal(string? text)
    {
        for (var i = 0; text is not null && i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (!IsLegal(text[i]))
                return false;
        }

        return true;
    }

    /// <summary>The text without the characters that no XML file can carry. A line or page break that stood between two words leaves a blank, so that they stay two words.</summary>
    public static string Remove(string text) => Replace(text, static (text, at) => IsBreakBetweenWords(text, at) ? " " : string.Empty);

    /// <summary>
    /// The text as a plan can show it: an illegal character is invisible or cannot even stand in JSON, so it is spelled out (⟨U+0007⟩).
    /// Legal text is itself.
    /// </summary>
    public static string? Show(string? text) =>
        IsLegal(text) ? text : Replace(text!, static (text, at) => string.Create(CultureInfo.InvariantCulture, $"⟨U+{(int)text[at]:X4}⟩"));

    private static string Replace(string text, Func<string, int, string> replacement)
    {
        var replaced = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                replaced.Append(text[i]).Append(text[++i]);
            else if (IsLegal(text[i]))
                replaced.Append(text[i]);
            else
                replaced.Append(replacement(text, i));
        }

        return replaced.ToString();
    }

    // U+000B and U+000C: what office programs put where a line or page ends inside a text.
    private static bool IsBreakBetweenWords(string text, int at) =>
        text[at] is '\v' or '\f' && at > 0 && at + 1 < text.Length && IsVisible(text[at - 1]) && IsVisible(text[at + 1]);

    private static bool IsVisible(char c) => char.IsSurrogate(c) || (IsLegal(c) && !char.IsWhiteSpace(c));

    private static bool IsLegal(char c) => c is '\t' or '\n' or '\r' || !(char.IsControl(c) || char.IsSurrogate(c) || c >= '\ufffe');
}
