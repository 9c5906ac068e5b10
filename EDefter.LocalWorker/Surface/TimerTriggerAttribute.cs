using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function runs on a schedule, on one instance at a time.</summary>
/// <param name="schedule">CRON with seconds, in UTC (<c>second minute hour day month weekday</c>), or <c>%Setting%</c>.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;

    /// <summary>Remember the last run in storage, so that a run missed while nothing was up is made up at the next start.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Run once whenever the application starts, too.</summary>
    public bool RunOnStartup { get; set; }
}
