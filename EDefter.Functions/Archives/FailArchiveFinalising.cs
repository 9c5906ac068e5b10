using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Jobs;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Archives;

/// <summary>An archive's order that could not be carried out in five attempts: its job has failed, and says so.</summary>
public sealed class FailArchiveFinalising(JobRunner runner)
{
    [Function(nameof(FailArchiveFinalising))]
    [Unaudited("the end of its job is recorded where jobs end")]
    public Task RunAsync([QueueTrigger("archive-finalise-poison")] string order, CancellationToken cancellationToken) =>
        runner.PoisonAsync(WireJson.Read<ArchiveOrder>(order).Job, cancellationToken);
}
