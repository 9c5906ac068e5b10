namespace EDefter.Core.Rules.Tar;

/// <summary>Days on which offices are closed. Weekends only; official holidays are dated data of the calendar.</summary>
internal static class DaysOff
{
    /// <returns>What the day is called, or null for a working day.</returns>
    public static string? NameOf(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => "cumartesi",
        DayOfWeek.Sunday => "pazar",
        _ => null,
    };
}
