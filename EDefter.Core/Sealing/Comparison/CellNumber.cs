using System.Globalization;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>What number a text may be, whichever program wrote it: <c>1234.5</c>, <c>1234,5</c>, <c>1.234,50</c>, <c>1,2E+15</c>.</summary>
internal readonly record struct CellNumber
{
    private const int TextLengthMax = 40;

    private CellNumber(decimal value, decimal? other, int decimals, char mark, int? shownDigits)
    {
        Value = value;
        Other = other;
        Decimals = decimals;
        Mark = mark;
        ShownDigits = shownDigits;
    }

    public decimal Value { get; }

    /// <summary>1.234 may be a thousand and something, too.</summary>
    public decimal? Other { get; }

    public int Decimals { get; }

    /// <summary>The last separator, point or comma; NUL when there is none.</summary>
    public char Mark { get; }

    /// <summary>Digits before the exponent; null when it is written without one.</summary>
    public int? ShownDigits { get; }

    public static CellNumber? Read(string text)
    {
        if (text.Length is 0 or > TextLengthMax || !(char.IsAsciiDigit(text[0]) || (text[0] == '-' && text.Length > 1)))
            return null;
        var exponent = text.AsSpan().IndexOfAny('E', 'e');
        return exponent < 0 ? ReadPlain(text) : ReadScientific(text, exponent);
    }

    public bool MayBe(decimal value) => Value == value || Other == value;

    /// <summary>One of the readings of this text is one of the other's.</summary>
    public bool IsEqualTo(in CellNumber other) => MayBe(other.Value) || (other.Other is { } second && MayBe(second));

    private static CellNumber? ReadScientific(string text, int at)
    {
        if (ReadPlain(text[..at]) is not { } mantissa || !int.TryParse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) || Math.Abs(exponent) > 27)
            return null;
        var digits = text.AsSpan(0, at).Length - (mantissa.Mark == '\0' ? 0 : 1) - (text[0] == '-' ? 1 : 0);
        if (!decimal.TryParse(mantissa.Value.ToString(CultureInfo.InvariantCulture) + "E" + exponent.ToString(CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return null;
        return new CellNumber(value, other: null, decimals: 0, mantissa.Mark, digits);
    }

    private static CellNumber? ReadPlain(string text)
    {
        var last = text.AsSpan().LastIndexOfAny('.', ',');
        var marks = text.AsSpan().Count('.') + text.AsSpan().Count(',');
        Span<char> plain = stackalloc char[TextLengthMax + 1];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) || (c == '-' && i == 0))
                plain[length++] = c;
            else if (c is not ('.' or ','))
                return null;
        }

        if (last < 0)
            return decimal.TryParse(plain[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? new CellNumber(whole, null, 0, '\0', null) : null;
        var decimals = text.Length - last - 1;
        if (decimals == 0 || (marks > 1 && !IsGrouped(text, last)))
            return null;
        var together = decimal.TryParse(plain[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var all) ? all : (decimal?)null;
        plain[(length - decimals)..length].CopyTo(plain[(length - decimals + 1)..]);
        plain[length - decimals] = '.';
        if (!decimal.TryParse(plain[..(length + 1)], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        return new CellNumber(value, decimals == 3 && marks == 1 ? together : null, decimals, text[last], null);
    }

    // Every group before the last mark has three digits, but the first.
    private static bool IsGrouped(string text, int last)
    {
        var group = 0;
        for (var i = last - 1; i >= 0 && text[i] != '-'; i--)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                group++;
                continue;
            }

            if (group != 3 || text[i] == text[last])
                return false;
            group = 0;
        }

        return group is > 0 and <= 3;
    }
}
