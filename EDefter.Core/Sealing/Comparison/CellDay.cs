using System.Globalization;
using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>What day a cell may be.</summary>
internal static class CellDay
{
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>How formats write days.</summary>
    private static readonly string[] Sealed = ["yyyy-MM-dd", "dd.MM.yyyy", "dd/MM/yyyy", "dd-MM-yyyy", "yyyyMMdd", "yyyy/MM/dd", "yyyy.MM.dd", "ddMMyyyy"];

    /// <summary>How table programs write them when they save, the day first and then the month first.</summary>
    private static readonly string[] Saved = [.. Sealed, "d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "yyyy-M-d", "d.M.yy", "d/M/yy", "dd.MM.yy", "dd/MM/yy"];

    private static readonly string[] MonthFirst = ["M/d/yyyy", "MM/dd/yyyy", "M/d/yy", "MM/dd/yy", "M-d-yyyy", "MM.dd.yyyy"];

    private static readonly string[] MonthNames =
        ["oca", "şub", "mar", "nis", "may", "haz", "tem", "ağu", "eyl", "eki", "kas", "ara", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The day of a date cell, or of a text that a format writes for one.</summary>
    public static DateOnly? Of(in TableCell cell) => cell.Form switch
    {
        CellForm.Date => OfSerial(cell.Text),
        CellForm.Text => Parse(cell.Text, Sealed),
        _ => null,
    };

    /// <summary>The cell says this day, in whatever form a program saved it; a time behind it is overlooked.</summary>
    public static bool Says(in TableCell cell, DateOnly day)
    {
        if (cell.Form == CellForm.Date)
            return OfSerial(cell.Text) == day;
        var text = cell.Text.Split(' ', 'T')[0];
        return Parse(text, Saved) == day || Parse(text, MonthFirst) == day;
    }

    /// <summary>The text is the day's number in a workbook that counts from 1900 or from 1904.</summary>
    public static bool IsNumberOf(string text, DateOnly day) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.Floor(number) is var serial && (serial == day.DayNumber - DayZero || serial == day.DayNumber - DayZero - 1_462);

    /// <summary>Has the shape of a day or of the number of one: what a date may turn into. Cheap, and says yes too often rather than too seldom.</summary>
    public static bool MayBe(in TableCell cell)
    {
        if (cell.Form == CellForm.Date)
            return true;
        var text = cell.Text;
        if (text.Length is < 5 or > 10 || !char.IsAsciiDigit(text[0]))
            return false;
        var marks = 0;
        foreach (var c in text)
        {
            if (c is '-' or '.' or '/')
                marks++;
            else if (!char.IsAsciiDigit(c))
                return false;
        }

        return marks switch
        {
            0 => (text.Length == 5 && text[0] is >= '2' and <= '7') || (text.Length == 8 && text[0] is '1' or '2'),
            2 => text.Length >= 6,
            _ => false,
        };
    }

    /// <summary>A text that a table program takes for a date when it opens the file: 1-2, 3/4, 01.02, MAR1.</summary>
    public static bool InvitesDate(string text)
    {
        if (text.Length is < 3 or > 10)
            return false;
        var marks = text.AsSpan().Count('-') + text.AsSpan().Count('/') + text.AsSpan().Count('.');
        var digits = text.Count(char.IsAsciiDigit);
        return (marks is 1 or 2 && digits + marks == text.Length && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1])) || (digits > 0 && HasMonthName(text));
    }

    /// <summary>A date as table programs show one: 01.02.2025, 1-Şub, May.25.</summary>
    public static bool LooksLikeDate(string text) =>
        Parse(text.Split(' ')[0], Saved) is not null || Parse(text.Split(' ')[0], MonthFirst) is not null || (text.Length is >= 4 and <= 12 && text.Any(char.IsAsciiDigit) && HasMonthName(text));

    public static DateOnly? OfSerial(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && decimal.Floor(serial) is >= 1 and <= 2_958_465 and var day ? DateOnly.FromDayNumber(DayZero + (int)day) : null;

    private static bool HasMonthName(string text) => Array.Exists(MonthNames, name => text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static DateOnly? Parse(string text, string[] formats) =>
        text.Length is >= 6 and <= 10 && DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
