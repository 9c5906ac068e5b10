namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer function learns about its run.</summary>
public class TimerInfo
{
    /// <summary>Null when the timer is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>The run makes up for one that was missed.</summary>
    public bool IsPastDue { get; set; }
}
