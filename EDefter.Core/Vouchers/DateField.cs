using System.Globalization;
using System.Numerics;

namespace EDefter.Core.Vouchers;

/// <summary>A date as it was sent: absent, a calendar day (yyyy-MM-dd), or raw text that is none (rule TAR003).</summary>
public readonly record struct DateField
{
    // Invariant: at most one of Value and Raw is set; both unset means absent.
    private DateField(DateOnly? value, string? raw)
    {
        Value = value;
        Raw = raw;
    }

    public static DateField Absent => default;

    /// <summary>The day, when it could be read.</summary>
    public DateOnly? Value { get; }

    /// <summary>What was sent, when it is no date.</summary>
    public string? Raw { get; }

    public bool IsAbsent => Value is null && Raw is null;

    public static DateField Of(DateOnly value) => new(value, raw: null);

    /// <summary>Reads yyyy-MM-dd and nothing else; a time or another order of the parts stays raw.</summary>
    public static DateField Parse(string text)
    {
        if (text.Length == 0)
            return Absent;
        return TryReadDay<char>(text, out var date) ? date : new DateField(value: null, text);
    }

    /// <summary>As <see cref="Parse"/>, of what can be read, out of UTF-8.</summary>
    /// <returns>False when the text is empty or stays raw.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out DateField date) => TryReadDay(utf8, out date);

    /// <summary>What stands on the wire and in a canonical voucher.</summary>
    public override string ToString() => Raw ?? Value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    // By hand: the library reads any pattern, and takes ten times as long for the one that every line has twice.
    private static bool TryReadDay<T>(ReadOnlySpan<T> text, out DateField date)
        where T : IBinaryInteger<T>
    {
        date = Absent;
        var dash = T.CreateTruncating('-');
        if (text.Length != 10 || text[4] != dash || text[7] != dash || !TryReadDigits(text[..4], out var year) || !TryReadDigits(text[5..7], out var month) || !TryReadDigits(text[8..], out var day))
            return false;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = Of(new DateOnly(year, month, day));
        return true;
    }

    private static bool TryReadDigits<T>(ReadOnlySpan<T> digits, out int number)
        where T : IBinaryInteger<T>
    {
        number = 0;
        foreach (var c in digits)
        {
            var digit = int.CreateTruncating(c) - '0';
            if (digit is < 0 or > 9)
                return false;
            number = (number * 10) + digit;
        }

        return true;
    }
}
