using EDefter.Core.Reading;

namespace EDefter.Tests.Reading;

/// <summary>Gives its bytes in small pieces, as a network does.</summary>
internal sealed class TricklingStream(byte[] bytes, int pieceBytes) : ReadOnlyStream
{
    private int at;

    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(Math.Min(buffer.Length, pieceBytes), bytes.Length - at);
        bytes.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
