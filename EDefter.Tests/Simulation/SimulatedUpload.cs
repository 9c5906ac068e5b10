using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Simulation;

/// <summary>A stream whose content goes to the storage when it is closed, as an event like any other.</summary>
internal sealed class SimulatedUpload(Func<byte[], Task> write) : MemoryStream, IAbandonable
{
    private bool isClosed;

    // A cloud's stream cannot be read back or wound back.
    public override bool CanSeek => false;

    public override bool CanRead => false;

    public void Abandon() => isClosed = true;

    public override async ValueTask DisposeAsync()
    {
        if (isClosed)
            return;
        isClosed = true;
        await write(ToArray()).ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        // Whoever closes without waiting would block a thread on the network.
        if (disposing && !isClosed)
            throw new NotSupportedException("A blob is closed without waiting for it.");
        base.Dispose(disposing);
    }
}
