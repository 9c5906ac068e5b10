using EDefter.Core.Workflow.Jobs;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>A job of its lane that could not be run in five attempts: it has failed, and says so.</summary>
public sealed class FailHeavyJob(JobRunner runner)
{
    [Function(nameof(FailHeavyJob))]
    [Unaudited("the end of its job is recorded where jobs end")]
    public Task RunAsync([QueueTrigger("jobs-heavy-poison")] string id, CancellationToken cancellationToken) => runner.PoisonAsync(id, cancellationToken);
}
