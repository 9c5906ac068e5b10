using System.Collections.Frozen;

namespace EDefter.Core.Calendar;

/// <summary>
/// The official holidays of Türkiye from 2012 on, read from <c>holidays.data.json</c>: national days, Ramazan Bayramı (three days), Kurban Bayramı (four days), and
/// the half days before them. Administrative leave (idari izin) that a government gives now and then is no official holiday and is not here.
/// </summary>
public static class Holidays
{
    private const int RamazanDays = 3;
    private const int KurbanDays = 4;

    private static readonly HolidaysFile File = CalendarData.Read(CalendarJson.Default.HolidaysFile, "holidays.data.json");
    private static readonly FrozenSet<DateOnly> Religious = Days().ToFrozenSet();
    private static readonly FrozenSet<DateOnly> ReligiousEves = File.Ramazan.Concat(File.Kurban).Select(first => first.AddDays(-1)).ToFrozenSet();

    /// <summary>Last year whose religious holidays are known; of a later year only the national ones are.</summary>
    public static int LastYear { get; } = Math.Min(File.Ramazan.Max().Year, File.Kurban.Max().Year);

    /// <summary>A whole day off by law; Saturdays and Sundays are not asked for here, and half days are <see cref="IsHalfDay"/>.</summary>
    public static bool IsHoliday(DateOnly day) => Religious.Contains(day) || File.National.Any(holiday => holiday.IsOn(day));

    /// <summary>The afternoon is off: 28 October and the eves (arife) of the religious holidays. A half day that is itself a whole holiday is none.</summary>
    public static bool IsHalfDay(DateOnly day) => !IsHoliday(day) && (ReligiousEves.Contains(day) || File.National.Any(holiday => holiday.HasEve && holiday.IsOn(day.AddDays(1))));

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>A day on which offices work, be it half of it.</summary>
    public static bool IsWorkday(DateOnly day) => !IsWeekend(day) && !IsHoliday(day);

    /// <summary>The day itself when it is a workday, else the first workday after it (VUK 18).</summary>
    public static DateOnly WorkdayFrom(DateOnly day)
    {
        while (!IsWorkday(day))
            day = day.AddDays(1);
        return day;
    }

    private static IEnumerable<DateOnly> Days() =>
        File.Ramazan.SelectMany(first => Enumerable.Range(0, RamazanDays).Select(first.AddDays))
            .Concat(File.Kurban.SelectMany(first => Enumerable.Range(0, KurbanDays).Select(first.AddDays)));
}
