using EDefter.Core.Workflow.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>A job that nobody waits for, when this machine has a place for it.</summary>
public sealed class RunBackgroundJob(LaneRunner runner)
{
    [Function(nameof(RunBackgroundJob))]
    [QueueOutput("archive-work")]
    public Task<string?> RunAsync([QueueTrigger("jobs-background")] string id, FunctionContext context, CancellationToken cancellationToken) =>
        runner.RunAsync(id, context.MessageId(), cancellationToken);
}
