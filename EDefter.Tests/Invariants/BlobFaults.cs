using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Invariants.Mutants;

namespace EDefter.Tests.Invariants;

/// <summary>A bug of ours: whoever writes a blob of an area meets a fault that no trying again mends.</summary>
internal sealed class BlobFaults(BlobArea area) : Plant
{
    public bool IsOn { get; set; }

    public override IBlobs Blobs(IBlobs blobs) => new Faulty(this, area, blobs);

    private sealed class Faulty(BlobFaults faults, BlobArea broken, IBlobs inner) : BlobsDecorator(inner)
    {
        public override Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken) =>
            faults.IsOn && area == broken ? throw new InvalidOperationException("planted") : base.CreateAsync(area, name, contentType, cancellationToken);
    }
}
