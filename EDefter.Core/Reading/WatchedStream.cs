namespace EDefter.Core.Reading;

/// <summary>A stream whose bytes are looked at as they are read, and that closes what it stands on.</summary>
internal abstract class WatchedStream(Stream inner) : ReadOnlyStream
{
    public sealed override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Watch(buffer[..read]);
        return read;
    }

    public sealed override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Watch(buffer.Span[..read]);
        return read;
    }

    /// <summary>Throws where what was read passes a limit.</summary>
    protected abstract void Watch(ReadOnlySpan<byte> read);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
