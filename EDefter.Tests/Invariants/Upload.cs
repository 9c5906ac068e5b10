using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants;

/// <summary>A stream whose content is handed over when it is closed.</summary>
internal sealed class Upload(Action<byte[]> close) : MemoryStream, IAbandonable
{
    private bool isClosed;

    // A cloud's stream cannot be read back or wound back.
    public override bool CanSeek => false;

    public override bool CanRead => false;

    public void Abandon() => isClosed = true;

    protected override void Dispose(bool disposing)
    {
        if (disposing && !isClosed)
        {
            isClosed = true;
            close(ToArray());
        }

        base.Dispose(disposing);
    }
}
