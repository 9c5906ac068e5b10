using EDefter.Core.Workflow.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Auditing;

/// <summary>
/// Every night at 03:15 Türkiye time: writes the last place of every audit trail into the log. The log lies elsewhere and under other rights than the table, so whoever rewrites a trail cannot
/// make it agree with what stands there.
/// </summary>
public sealed partial class NoteAuditHeads(AuditDesk desk, ILogger<NoteAuditHeads> logger)
{
    [Function(nameof(NoteAuditHeads))]
    [Unaudited("it reads the trails and changes nothing")]
    public async Task RunAsync([TimerTrigger("0 15 0 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        await foreach (var (trail, head) in desk.HeadsAsync(cancellationToken))
            LogHead(logger, trail, head.Sequence, head.Hash);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit trail {Trail} ends at {Sequence} with {Hash}.")]
    private static partial void LogHead(ILogger logger, string trail, long sequence, string hash);
}
