using EDefter.Core.Workflow.Jobs;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>Runs the job whose id the queue delivered; a job that goes on elsewhere leaves an order for the next queue.</summary>
public sealed class RunJob(JobRunner runner)
{
    [Function(nameof(RunJob))]
    [Unaudited("the end of its job is recorded where jobs end")]
    [QueueOutput("archive-work")]
    public Task<string?> RunAsync([QueueTrigger("jobs")] string id, FunctionContext context, CancellationToken cancellationToken) =>
        runner.RunAsync(id, context.MessageId(), cancellationToken);
}
