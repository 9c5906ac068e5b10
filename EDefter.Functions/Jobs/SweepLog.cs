using EDefter.Core.Workflow.Receiving;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>Every night at 03:30 Türkiye time: removes chunks that dead writers left behind.</summary>
public sealed partial class SweepLog(LogSweep sweep, ILogger<SweepLog> logger)
{
    [Function(nameof(SweepLog))]
    [Unaudited("it removes chunks that no commit names: nobody ever saw them")]
    public async Task RunAsync([TimerTrigger("0 30 0 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        var removed = await sweep.RunAsync(cancellationToken);
        if (removed > 0)
            LogRemoved(logger, removed);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} chunks that no commit names.")]
    private static partial void LogRemoved(ILogger logger, int count);
}
