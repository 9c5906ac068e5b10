namespace EDefter.Core.Rules;

/// <summary>
/// The number of an e-Fatura, e-Arşiv Fatura, e-SMM, e-İrsaliye or e-Müstahsil: <c>ABC2025000000001</c>. Judges only what looks like one: foreign and paper
/// numbers have every other form there is.
/// </summary>
public static class EDocumentNumber
{
    /// <summary>Characters of a right number.</summary>
    public const int Length = 16;

    private const int SeriesLength = 3;
    private const int YearLength = 4;

    /// <param name="number">As written, without blanks at the ends.</param>
    /// <param name="year">Year of the document's date, or null when it has none.</param>
    public static EDocumentFault FaultOf(ReadOnlySpan<char> number, int? year)
    {
        if (number.Length is < Length - 1 or > Length + 4)
            return EDocumentFault.None;
        if (IsRight(number))
            return year is { } written && int.Parse(number.Slice(SeriesLength, YearLength), System.Globalization.CultureInfo.InvariantCulture) != written ? EDocumentFault.Year : EDocumentFault.None;
        if (number.Length > Length && IsRightWithoutSeparators(number))
            return EDocumentFault.Separators;
        if (!BeginsRight(number, year))
            return EDocumentFault.None;
        if (number.Length == Length)
            return EDocumentFault.Shape;
        return number.Length is Length - 1 or Length + 1 && AreDigits(number[(SeriesLength + YearLength)..]) ? EDocumentFault.Length : EDocumentFault.None;
    }

    /// <summary>Three letters or digits, a year of this century, nine digits.</summary>
    public static bool IsRight(ReadOnlySpan<char> number) =>
        number.Length == Length && IsSeries(number[..SeriesLength]) && IsYear(number.Slice(SeriesLength, YearLength)) && AreDigits(number[(SeriesLength + YearLength)..]);

    /// <summary>The year inside a right number.</summary>
    public static string YearOf(string number) => number.Substring(SeriesLength, YearLength);

    // A number of another length is meant for an e-document's only when its series holds a letter and the year in it is the document's or the one beside it.
    private static bool BeginsRight(ReadOnlySpan<char> number, int? year)
    {
        if (!HasLetter(number[..SeriesLength]) || !IsYear(number.Slice(SeriesLength, YearLength)))
            return false;
        return year is not { } written || Math.Abs(int.Parse(number.Slice(SeriesLength, YearLength), System.Globalization.CultureInfo.InvariantCulture) - written) <= 1;
    }

    private static bool IsRightWithoutSeparators(ReadOnlySpan<char> number)
    {
        Span<char> kept = stackalloc char[Length];
        var length = 0;
        foreach (var c in number)
        {
            if (c is ' ' or '-' or '/' or '.' or '_')
                continue;
            if (length == Length)
                return false;
            kept[length++] = c;
        }

        return IsRight(kept[..length]);
    }

    private static bool IsSeries(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c))
                return false;
        }

        return true;
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    private static bool IsYear(ReadOnlySpan<char> text) => text[0] == '2' && text[1] == '0' && AreDigits(text);

    private static bool AreDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
