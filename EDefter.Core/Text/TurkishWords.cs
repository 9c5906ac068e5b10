namespace EDefter.Core.Text;

/// <summary>What the sounds of Turkish allow, as far as it tells a Turkish word from a foreign name.</summary>
internal static class TurkishWords
{
    /// <summary>
    /// The word may be Turkish: it has no q, w or x; ğ stands behind a vowel and begins no word; ı follows only a, ı or no vowel at all (vowel harmony, which
    /// loans keep for ı); a last İ does not follow O or U; it does not begin as the Norse names in Þór do.
    /// </summary>
    public static bool IsPossible(string word)
    {
        var vowel = '\0';
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c is 'q' or 'Q' or 'w' or 'W' or 'x' or 'X')
                return false;
            if (c is 'ğ' or 'Ğ' && (i == 0 || !IsVowel(word[i - 1])))
                return false;
            if (c is 'ı' && vowel is not ('\0' or 'a' or 'A' or 'ı' or 'I' or 'â' or 'Â'))
                return false;
            if (c is 'İ' && IsLastLetter(word, i) && vowel is 'O' or 'U')
                return false;
            if (IsVowel(c))
                vowel = c;
        }

        return !IsNorse(word);
    }

    private static bool IsVowel(char c) => "aeıioöuüâîûAEIİOÖUÜÂÎÛ".Contains(c, StringComparison.Ordinal);

    private static bool IsLastLetter(string word, int at)
    {
        for (var i = at + 1; i < word.Length; i++)
        {
            if (char.IsLetter(word[i]))
                return false;
        }

        return true;
    }

    // Þorsteinn, Þorvaldur: no Turkish word of that length begins so.
    private static bool IsNorse(string word) => word.Length > 6 && word.StartsWith("Şor", StringComparison.OrdinalIgnoreCase);
}
