using EDefter.Core.Reading;

namespace EDefter.Core.Workflow.Jobs;

/// <summary>Tells how far a job is whenever it is read from: whoever reads something large in one go, and says nothing of it, is taken for dead after <see cref="JobDesk.StaleAfter"/>.</summary>
internal sealed class ToldStream(Stream inner, Func<Task> tell) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await tell();
        return await inner.ReadAsync(buffer, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
