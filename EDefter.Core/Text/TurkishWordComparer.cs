using System.Diagnostics.CodeAnalysis;

namespace EDefter.Core.Text;

/// <summary>
/// Says whether two texts are the same word to a Turkish reader, however an ERP wrote it: blind to case in Turkish and in English (i, ı, İ and I
/// are one letter), to missing diacritics (ÇEK, CEK), to decomposed letters, and to what joins words (E-FATURA, e_fatura, "e  fatura"). For the
/// keys of dictionaries of words; never for sorting and never for what is stored.
/// </summary>
public sealed class TurkishWordComparer : IEqualityComparer<string>
{
    private const int StackCharacters = 128;

    private TurkishWordComparer()
    {
    }

    public static TurkishWordComparer Instance { get; } = new();

    /// <summary>The folded form that equality is judged by: capital letters without diacritics, single blanks between words, none at the ends.</summary>
    public static string Fold(string text)
    {
        Span<char> folded = text.Length <= StackCharacters ? stackalloc char[StackCharacters] : new char[text.Length];
        return folded[..FoldInto(text, folded)].ToString();
    }

    public bool Equals(string? x, string? y)
    {
        if (ReferenceEquals(x, y))
            return true;
        if (x is null || y is null)
            return false;
        Span<char> left = x.Length <= StackCharacters ? stackalloc char[StackCharacters] : new char[x.Length];
        Span<char> right = y.Length <= StackCharacters ? stackalloc char[StackCharacters] : new char[y.Length];
        return left[..FoldInto(x, left)].SequenceEqual(right[..FoldInto(y, right)]);
    }

    // Words are looked up for every voucher of a month: no string is made for it.
    public int GetHashCode([DisallowNull] string obj)
    {
        Span<char> folded = obj.Length <= StackCharacters ? stackalloc char[StackCharacters] : new char[obj.Length];
        return string.GetHashCode(folded[..FoldInto(obj, folded)], StringComparison.Ordinal);
    }

    private static int FoldInto(string text, Span<char> folded)
    {
        var length = 0;
        foreach (var character in text)
        {
            var c = FoldCharacter(character);
            if (c == '\0' || (c == ' ' && (length == 0 || folded[length - 1] == ' ')))
                continue;
            folded[length++] = c;
        }

        return length > 0 && folded[length - 1] == ' ' ? length - 1 : length;
    }

    // '\0' leaves the character out: combining marks are what is left of a letter that was decomposed.
    private static char FoldCharacter(char c) => c switch
    {
        'i' or 'ı' or 'İ' or 'î' or 'Î' => 'I',
        'ş' or 'Ş' => 'S',
        'ğ' or 'Ğ' => 'G',
        'ç' or 'Ç' => 'C',
        'ö' or 'Ö' => 'O',
        'ü' or 'Ü' or 'û' or 'Û' => 'U',
        'â' or 'Â' => 'A',
        '-' or '_' or '.' or '/' or '\'' or '’' => ' ',
        >= '\u0300' and <= '\u036f' => '\0',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => char.ToUpperInvariant(c),
    };
}
