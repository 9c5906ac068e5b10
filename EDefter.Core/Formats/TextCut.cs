namespace EDefter.Core.Formats;

/// <summary>Shortens explanatory texts that a format has no room for (MET003); codes and numbers are refused instead.</summary>
internal static class TextCut
{
    public const char Ellipsis = '…';

    /// <summary>At most that many characters, ended by "…" after the last whole word; a text without a word in its second half is cut inside the word.</summary>
    public static string At(string text, int charactersMax)
    {
        if (text.Length <= charactersMax)
            return text;
        var end = charactersMax - 1;
        var blank = text.LastIndexOf(' ', end);
        if (blank > end / 2)
            end = blank;
        else if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), [Ellipsis]);
    }
}
