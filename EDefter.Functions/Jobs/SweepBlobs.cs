using EDefter.Core.Workflow.Retention;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>Every night at 03:45 Türkiye time: takes working blobs away that have had their time. Books and archives are never among them.</summary>
public sealed partial class SweepBlobs(WorkingBlobs working, ILogger<SweepBlobs> logger)
{
    [Function(nameof(SweepBlobs))]
    [Unaudited("it removes working blobs that had their time; no book and no archive is among them")]
    public async Task RunAsync([TimerTrigger("0 45 0 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        var removed = await working.SweepAsync(cancellationToken);
        if (removed > 0)
            LogRemoved(logger, removed);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} working blobs that had their time.")]
    private static partial void LogRemoved(ILogger logger, int count);
}
