using System.Buffers;
using System.Globalization;
using System.Text;

namespace EDefter.Core.Rehearsal.Documents;

/// <summary>XPath 2.0's functions that the authority's rules use (XPath and XQuery Functions and Operators).</summary>
internal static class XPath
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789+-.eE");
    private const NumberStyles Decimals = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>normalize-space.</summary>
    public static string Normalize(string text)
    {
        if (!NeedsNormalizing(text))
            return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsSpace(c))
                result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }

        return result.ToString().TrimEnd(' ');
    }

    /// <summary>xs:double of untyped text.</summary>
    /// <exception cref="XPathTypeException">The text is no number.</exception>
    public static double Double(string text) => Number(text) is var number && (!double.IsNaN(number) || string.Equals(text.Trim(), "NaN", StringComparison.Ordinal)) ? number : throw new XPathTypeException();

    /// <summary>number(): what is no number is NaN, and equal to nothing.</summary>
    public static double Number(string text)
    {
        var trimmed = text.AsSpan().Trim(" \t\r\n");
        if (trimmed.SequenceEqual("INF"))
            return double.PositiveInfinity;
        if (trimmed.SequenceEqual("-INF"))
            return double.NegativeInfinity;
        return trimmed.Length > 0 && trimmed.IndexOfAnyExcept(OfNumbers) < 0 && double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    /// <summary>xs:decimal of untyped text; false where it is no decimal number.</summary>
    public static bool TryDecimal(string text, out decimal number) =>
        decimal.TryParse(text.AsSpan().Trim(" \t\r\n"), Decimals, CultureInfo.InvariantCulture, out number);

    /// <summary>substring(text, start, length), 1-based.</summary>
    public static string Substring(string text, int start, int length = int.MaxValue)
    {
        var from = Math.Min(start - 1, text.Length);
        return text.Substring(from, Math.Min(length, text.Length - from));
    }

    /// <summary>string-length counts code points.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        foreach (var c in text)
            length -= char.IsLowSurrogate(c) ? 1 : 0;
        return length;
    }

    /// <summary>matches(normalize-space(.), '^[0-9]+(\.[0-9]{1,2})?$').</summary>
    public static bool IsAmount(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? IsDigits(text) : IsDigits(text.AsSpan(0, point)) && text.Length - point is 2 or 3 && IsDigits(text.AsSpan(point + 1));
    }

    /// <summary>matches(., '^[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}$').</summary>
    public static bool IsUuid(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
                return false;
        }

        return text.Length == 36;
    }

    public static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool NeedsNormalizing(string text)
    {
        if (text.Length == 0)
            return false;
        if (IsSpace(text[0]) || IsSpace(text[^1]) || text.AsSpan().IndexOfAny('\t', '\r', '\n') >= 0)
            return true;
        return text.Contains("  ", StringComparison.Ordinal);
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n';
}
