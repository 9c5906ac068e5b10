using System.Globalization;

namespace EDefter.Core.Workflow;

/// <summary>Days and times of day in Türkiye: UTC+3 all year since 2016, which is older than any "today" of this software.</summary>
public static class TurkishDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(3);

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>"14:05".</summary>
    public static string TimeOf(DateTimeOffset instant) => instant.ToOffset(Offset).ToString("HH:mm", CultureInfo.InvariantCulture);
}
