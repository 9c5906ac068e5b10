using EDefter.Core.Workflow.Jobs;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>A job that nobody waits for, when this machine has a place for it.</summary>
public sealed class RunBackgroundJob(LaneRunner runner)
{
    [Function(nameof(RunBackgroundJob))]
    [Unaudited("the end of its job is recorded where jobs end")]
    [QueueOutput("archive-work")]
    public Task<string?> RunAsync([QueueTrigger("jobs-background")] string id, FunctionContext context, CancellationToken cancellationToken) =>
        runner.RunAsync(id, context.MessageId(), cancellationToken);
}
