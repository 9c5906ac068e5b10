using System.Globalization;

namespace EDefter.Core.Text;

/// <summary>Numbers and dates as a Turkish reader expects them, independent of the machine's culture.</summary>
public static class TurkishText
{
    private static readonly NumberFormatInfo Numbers = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NegativeSign = "-",
    });

    /// <summary>1234.5 → "1.234,50": at least two decimals, and every further digit that was sent.</summary>
    public static string Amount(decimal amount)
    {
        var decimals = Math.Max(2, (int)amount.Scale);
        return amount.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Numbers);
    }

    /// <summary>3695.4120 → "3.695,4120": every digit that was sent.</summary>
    public static string Rate(decimal rate) => rate.ToString("N" + rate.Scale.ToString(CultureInfo.InvariantCulture), Numbers);

    /// <summary>9886.46 → "9.886,5".</summary>
    public static string Tenths(decimal number) => decimal.Round(number, 1, MidpointRounding.AwayFromZero).ToString("N1", Numbers);

    /// <summary>1234 → "1.234".</summary>
    public static string Count(long count) => count.ToString("N0", Numbers);

    /// <summary>31.01.2025.</summary>
    public static string Date(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static readonly string[] Months = ["Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"];

    /// <summary>"Ocak 2025".</summary>
    public static string Month(Companies.Period period) => string.Create(CultureInfo.InvariantCulture, $"{Months[period.Month - 1]} {period.Year}");

    /// <summary>1 → "Ocak".</summary>
    public static string MonthName(int month) => Months[month - 1];
}
