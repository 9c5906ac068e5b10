using EDefter.Core.Workflow.Jobs;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>Every minute: sends new messages for jobs whose message died with a process.</summary>
public sealed partial class SweepJobs(JobDesk desk, ILogger<SweepJobs> logger)
{
    [Function(nameof(SweepJobs))]
    [Unaudited("it sends messages of jobs that were asked for")]
    public async Task RunAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        var sent = await desk.RequeueStaleAsync(cancellationToken);
        if (sent > 0)
            LogSent(logger, sent);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sent {Count} job messages again.")]
    private static partial void LogSent(ILogger logger, int count);
}
