using System.Globalization;

namespace EDefter.Core.Repairs;

/// <summary>The highest fiş no of every series seen (a series: what stands before the last run of digits), to find the next free one.</summary>
internal sealed class VoucherNumberSeries
{
    // More digits are no running number but a code.
    private const int DigitsMax = 18;

    private readonly Dictionary<string, long> series = new(StringComparer.Ordinal);

    public void Observe(string? number)
    {
        if (Divide(number) is { } divided)
            series[divided.Prefix] = Math.Max(series.GetValueOrDefault(divided.Prefix), divided.Value);
    }

    /// <summary>The next free number of the series that the number belongs to, which is then taken; null when the number ends in no digits.</summary>
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
        return digits is > 0 and <= DigitsMax
            ? (number![..^digits], long.Parse(number.AsSpan(number.Length - digits), NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
    }
}
