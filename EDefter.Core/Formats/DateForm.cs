using System.Globalization;
using EDefter.Core.Text;

namespace EDefter.Core.Formats;

/// <summary>
/// How a profile writes a date: <c>yyyy</c>, <c>MM</c> and <c>dd</c> with <c>- . /</c>, a space or nothing between. A column may leave parts
/// out (a year alone) and may name the month in Turkish (<c>MMMM</c>).
/// </summary>
public static class DateForm
{
    private const string MonthName = "MMMM";

    /// <summary>Says what is wrong with a format, in Turkish; null when nothing is.</summary>
    /// <param name="format">The format.</param>
    /// <param name="whole">All three parts must be there, as numbers.</param>
    public static string? Fault(string format, bool whole)
    {
        var rest = format;
        var parts = 0;
        foreach (var part in whole ? (ReadOnlySpan<string>)["yyyy", "MM", "dd"] : ["yyyy", MonthName, "MM", "dd"])
        {
            var at = rest.IndexOf(part, StringComparison.Ordinal);
            if (at < 0)
                continue;
            // A space holds the place, so that what stood left and right of it does not grow together.
            rest = rest.Remove(at, part.Length).Insert(at, " ");
            parts++;
        }

        if (whole)
            return parts == 3 && rest.Count(c => c == ' ') == 3 && rest.All(c => c is ' ' or '-' or '.' or '/') ? null : "yyyy, MM ve dd birer kez, aralarında - . / ile yazılmalı";
        return parts is > 0 and <= 3 && rest.All(c => c is ' ' or '-' or '.' or '/') ? null : "yyyy, MM (ya da ay adı için MMMM) ve dd parçalarından en az biri, aralarında - . / ya da boşlukla yazılmalı";
    }

    public static string Write(DateOnly day, string format) => format
        .Replace(MonthName, TurkishText.MonthName(day.Month), StringComparison.Ordinal)
        .Replace("yyyy", day.Year.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("MM", day.Month.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("dd", day.Day.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
