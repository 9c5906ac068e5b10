namespace EDefter.Core.Reading;

/// <summary>A stream whose bytes are looked at as they are read, and that closes what it stands on.</summary>
internal abstract class WatchedStream(Stream inner) : ReadOnlyStream
{
    private const string Mark = "EDefter.WatchedStream";

    /// <summary>Whether it was a stream that threw, and not whoever reads from it.</summary>
    public static bool Threw(Exception exception) => exception.Data.Contains(Mark);

    public sealed override int Read(Span<byte> buffer)
    {
        try
        {
            var read = inner.Read(buffer);
            Watch(buffer[..read]);
            return read;
        }
        catch (Exception exception) when (!Marked(exception))
        {
            throw;
        }
    }

    public sealed override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Watch(buffer.Span[..read]);
            return read;
        }
        catch (Exception exception) when (!Marked(exception))
        {
            throw;
        }
    }

    /// <summary>Throws where what was read passes a limit.</summary>
    protected abstract void Watch(ReadOnlySpan<byte> read);

    // A filter that is never met: the exception goes on as it came, and bears the mark.
    private static bool Marked(Exception exception)
    {
        exception.Data[Mark] = true;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
