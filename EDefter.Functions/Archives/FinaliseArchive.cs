using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Functions.Auditing;
using EDefter.Functions.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Archives;

/// <summary>Reads an archive back and writes its row.</summary>
public sealed class FinaliseArchive(ArchiveMaker maker)
{
    [Function(nameof(FinaliseArchive))]
    [Unaudited("the end of its job is recorded where jobs end")]
    public Task RunAsync([QueueTrigger("archive-finalise")] string order, FunctionContext context, CancellationToken cancellationToken) =>
        maker.FinaliseAsync(WireJson.Read<ArchiveOrder>(order), context.MessageId(), cancellationToken);
}
