using System.Globalization;
using System.Text;
using EDefter.Core.Formats.Pdf;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Print;

/// <summary>Texts as the printed page shows them: nothing is dropped, what the font cannot draw is shown by its code.</summary>
internal static class PrintText
{
    private const char NoCharacter = '\ufffe';

    /// <summary>
    /// The text with every kind of white space as a plain space, and every character that the font cannot draw as <c>[U+4E2D]</c>. Letters
    /// that came in two parts (s and a cedilla) are one.
    /// </summary>
    /// <param name="text">What came.</param>
    /// <param name="lacking">Receives every character that is shown by its code.</param>
    public static string Visible(string? text, List<Rune>? lacking = null)
    {
        if (string.IsNullOrEmpty(text))
            return string.Empty;
        return IsPlain(text) ? text : Shown(text, lacking);
    }

    /// <summary>1234.5 → "1.234,50": two decimals, whatever scale the number carries.</summary>
    public static string Amount(decimal amount) => TurkishText.Amount(decimal.Round(amount, 2));

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
        {
            if (!IsDrawn(character) || (character != ' ' && char.IsWhiteSpace(character)) || IsCombining(character))
                return false;
        }

        return true;
    }

    private static string Shown(string text, List<Rune>? lacking)
    {
        var shown = new StringBuilder(text.Length + 16);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                AppendSpace(shown);
            else if (rune.IsBmp && IsDrawn((char)rune.Value))
                shown.Append((char)rune.Value);
            else
                AppendCode(shown, rune, lacking);
        }

        return shown.ToString();
    }

    private static void AppendCode(StringBuilder shown, Rune rune, List<Rune>? lacking)
    {
        shown.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
        lacking?.Add(rune);
    }

    // A line end of two characters is one space.
    private static void AppendSpace(StringBuilder shown)
    {
        if (shown.Length == 0 || shown[^1] != ' ')
            shown.Append(' ');
    }

    // Half a pair cannot be composed; it becomes U+FFFD, as every reader of runes sees it. Nor can U+FFFE: it stays between what stands beside it.
    private static string Composed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune);
        return string.Join(NoCharacter, whole.ToString().Split(NoCharacter).Select(static part => part.Normalize(NormalizationForm.FormC)));
    }

    private static bool IsCombining(char character) => character >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    private static bool IsDrawn(char character) => TrueTypeFont.Regular.Has(character) && TrueTypeFont.SemiBold.Has(character) && !char.IsControl(character);
}
