using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Functions.Auditing;
using EDefter.Functions.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Archives;

/// <summary>Streams an archive's ZIP; the host writes the manifest beside it and passes the order on.</summary>
public sealed class WriteArchive(ArchiveMaker maker)
{
    [Function(nameof(WriteArchive))]
    [Unaudited("the end of its job is recorded where jobs end")]
    public async Task<WrittenArchive> RunAsync([QueueTrigger("archive-work")] string order, FunctionContext context, CancellationToken cancellationToken)
    {
        var manifest = await maker.WriteAsync(WireJson.Read<ArchiveOrder>(order), context.MessageId(), cancellationToken);
        return new WrittenArchive { Manifest = manifest, Order = manifest is null ? null : order };
    }
}
