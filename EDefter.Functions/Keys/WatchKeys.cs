using EDefter.Core.Workflow.Access;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Keys;

/// <summary>Every night, at 04:00 in Türkiye: writes a warning for each key that ends soon, once for each step, and remembers it for those who are told by webhook. An alert reads these lines (infra/modules/alerts.bicep).</summary>
public sealed partial class WatchKeys(KeyWatch watch, ILogger<WatchKeys> logger)
{
    /// <summary>How the lines begin; the alert looks for it.</summary>
    internal const string KeyEnding = "Key ending:";

    [Function(nameof(WatchKeys))]
    [Unaudited("it looks at keys and writes to the log")]
    public async Task RunAsync([TimerTrigger("0 0 1 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        await foreach (var warning in watch.LookAsync(cancellationToken))
            LogKeyEnding(logger, warning.Company, warning.KeyId, warning.LastDay, warning.DaysLeft);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = KeyEnding + " {Company} {Key} is good until {LastDay:yyyy-MM-dd}, {Days} days left.")]
    private static partial void LogKeyEnding(ILogger logger, string company, string key, DateOnly lastDay, int days);
}
