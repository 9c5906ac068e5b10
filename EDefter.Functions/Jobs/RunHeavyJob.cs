using EDefter.Core.Workflow.Jobs;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>A long job, or a part of one, when this machine has a place for it.</summary>
public sealed class RunHeavyJob(LaneRunner runner)
{
    [Function(nameof(RunHeavyJob))]
    [Unaudited("the end of its job is recorded where jobs end")]
    [QueueOutput("archive-work")]
    public Task<string?> RunAsync([QueueTrigger("jobs-heavy")] string id, FunctionContext context, CancellationToken cancellationToken) =>
        runner.RunAsync(id, context.MessageId(), cancellationToken);
}
