using EDefter.Core.Companies;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.MonthEnds;

/// <summary>Every morning at 08:00 in Türkiye, two hours after the month ends: writes a warning for each month that waits for a person. Alerts read these lines (infra/modules/alerts.bicep).</summary>
public sealed partial class WatchMonths(MonthWatch watch, ILogger<WatchMonths> logger)
{
    /// <summary>How the lines begin; alerts look for it.</summary>
    internal const string DeadlineNear = "Deadline near:";

    /// <inheritdoc cref="DeadlineNear" />
    internal const string MonthEndStopped = "Month end stopped:";

    [Function(nameof(WatchMonths))]
    [Unaudited("it looks at months and writes to the log")]
    public async Task RunAsync([TimerTrigger("0 0 5 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        await foreach (var month in watch.LookAsync(cancellationToken))
        {
            if (month.DaysLeft is { } days)
                LogDeadlineNear(logger, month.Book.Company, month.Book.Branch, month.Period, month.State, days);
            if (month.HasStopped)
                LogMonthEndStopped(logger, month.Book.Company, month.Book.Branch, month.Period);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = DeadlineNear + " {Company} {Branch} {Period} is {State}, {Days} days left.")]
    private static partial void LogDeadlineNear(ILogger logger, string company, string branch, Period period, MonthState state, int days);

    [LoggerMessage(Level = LogLevel.Warning, Message = MonthEndStopped + " {Company} {Branch} {Period} waits for a person.")]
    private static partial void LogMonthEndStopped(ILogger logger, string company, string branch, Period period);
}
