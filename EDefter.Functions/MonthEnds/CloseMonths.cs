using EDefter.Core.Workflow.MonthEnds;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.MonthEnds;

/// <summary>Every morning at 06:00 in Türkiye (03:00 UTC, all year): asks for the month ends that a standing approval has made due.</summary>
public sealed partial class CloseMonths(MonthEndDesk desk, ILogger<CloseMonths> logger)
{
    [Function(nameof(CloseMonths))]
    [Unaudited("it asks for jobs, whose ends are recorded with the standing approval in the place of a key")]
    public async Task RunAsync([TimerTrigger("0 0 3 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        var due = await desk.AskDueAsync(cancellationToken);
        LogAsked(logger, due);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Month ends due: {Count}.")]
    private static partial void LogAsked(ILogger logger, int count);
}
