using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Functions.Auditing;
using EDefter.Functions.MonthEnds;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>A job of its lane that could not be run in five attempts: it has failed, and says so. Nobody waits for a month end, so one that failed writes the line that alerts read.</summary>
public sealed partial class FailBackgroundJob(JobRunner runner, ILogger<FailBackgroundJob> logger)
{
    [Function(nameof(FailBackgroundJob))]
    [Unaudited("the end of its job is recorded where jobs end")]
    public async Task RunAsync([QueueTrigger("jobs-background-poison")] string id, CancellationToken cancellationToken)
    {
        if (await runner.PoisonAsync(id, cancellationToken) is { Kind: MonthEndWork.KindWord } failed)
            LogGivenUp(logger, failed.Company, failed.Branch, failed.Id);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = WatchMonths.MonthEndStopped + " {Company} {Branch} was given up, job {Job}.")]
    private static partial void LogGivenUp(ILogger logger, string company, string branch, string job);
}
