using EDefter.Core.Workflow.Jobs;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>A job that could not be run in five attempts: it has failed, and says so.</summary>
public sealed class FailJob(JobRunner runner)
{
    [Function(nameof(FailJob))]
    [Unaudited("the end of its job is recorded where jobs end")]
    public Task RunAsync([QueueTrigger("jobs-poison")] string id, CancellationToken cancellationToken) => runner.PoisonAsync(id, cancellationToken);
}
