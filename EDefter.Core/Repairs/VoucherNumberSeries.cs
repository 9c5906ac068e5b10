using System.Globalization;

namespace EDefter.Core.Repairs;

/// <summary>The highest fiş no of every series seen (a series: what stands before the last run of digits), to find the next free one.</summary>
internal sealed class VoucherNumberSeries
{
    // More digits are no running number but a code.
    private const int DigitsMax = 18;

    private const int YearDigits = 4;

    private readonly Dictionary<string, long> series = new(StringComparer.Ordinal);

    public void Observe(string? number)
    {
        if (Divide(number) is { } divided)
            series[divided.Prefix] = Math.Max(series.GetValueOrDefault(divided.Prefix), divided.Value);
    }

    /// <summary>The next free number of the series that the number belongs to, which is then taken; null when the number ends in no digits, or in those of a year ("163/2025").</summary>
    public string? TakeNext(string? number)
    {
        if (Divide(number) is not { } divided)
            return null;
        var next = Math.Max(series.GetValueOrDefault(divided.Prefix), divided.Value) + 1;
        series[divided.Prefix] = next;
        // Leading zeros are kept: 000099 is followed by 000100.
        return divided.Prefix + next.ToString(CultureInfo.InvariantCulture).PadLeft(number!.Length - divided.Prefix.Length, '0');
    }

    private static (string Prefix, long Value)? Divide(string? number)
    {
        var digits = 0;
        while (number is not null && digits < number.Length && char.IsAsciiDigit(number[^(digits + 1)]))
            digits++;
        return digits is > 0 and <= DigitsMax && !EndsInYear(number!, digits)
            ? (number![..^digits], long.Parse(number.AsSpan(number.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
    }

    // "163/2025": the running number stands before the year, and the next year is no free number. "2025/2026" has its year in front.
    private static bool EndsInYear(string number, int digits)
    {
        var before = number.AsSpan(0, number.Length - digits);
        return digits == YearDigits && IsYear(number.AsSpan(before.Length))
            && before.Length > 1 && !char.IsLetterOrDigit(before[^1]) && char.IsAsciiDigit(before[^2])
            && !(before.Length > YearDigits && IsYear(before[^(YearDigits + 1)..^1]));
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits is ['1', '9', >= '0' and <= '9', >= '0' and <= '9'] or ['2', '0', >= '0' and <= '9', >= '0' and <= '9'];
}
