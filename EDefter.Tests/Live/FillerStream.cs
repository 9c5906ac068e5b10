using System.Text;
using EDefter.Core.Reading;

namespace EDefter.Tests.Live;

/// <summary>A beginning, and then blank lines up to a length: a body of any size that needs no memory.</summary>
internal sealed class FillerStream(string beginning, long length) : ReadOnlyStream
{
    private const int LineBytes = 60_000;

    private readonly byte[] start = Encoding.UTF8.GetBytes(beginning);
    private long position;

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - position);
        for (var i = 0; i < count; i++, position++)
            buffer[i] = position < start.Length ? start[position] : position % LineBytes == 0 ? (byte)'\n' : (byte)' ';
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
}
