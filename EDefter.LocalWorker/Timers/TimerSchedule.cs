using Cronos;

namespace EDefter.LocalWorker.Timers;

/// <summary>When a timer fires, in UTC, as Azure does unless told otherwise.</summary>
internal sealed class TimerSchedule
{
    // The Azure host does not monitor timers that fire more often than once a minute.
    private static readonly TimeSpan MonitoredFrom = TimeSpan.FromMinutes(1);

    private readonly CronExpression expression;

    private TimerSchedule(CronExpression expression) => this.expression = expression;

    /// <exception cref="CronFormatException">Not six fields.</exception>
    public static TimerSchedule Parse(string schedule) => new(CronExpression.Parse(schedule, CronFormat.IncludeSeconds));

    /// <summary>The first moment after <paramref name="moment"/>; null when there is none, such as 30 February.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset moment) => expression.GetNextOccurrence(moment, TimeZoneInfo.Utc);

    public bool IsMonitored(DateTimeOffset moment) =>
        NextAfter(moment) is { } first && NextAfter(first) is { } second && second - first >= MonitoredFrom;
}
