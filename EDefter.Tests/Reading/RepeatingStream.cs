using System.Text;
using EDefter.Core.Reading;

namespace EDefter.Tests.Reading;

/// <summary>A head, one byte very many times, and a tail, without holding them.</summary>
internal sealed class RepeatingStream(string head, byte repeated, long count, string tail) : ReadOnlyStream
{
    private readonly byte[] headBytes = Encoding.UTF8.GetBytes(head);
    private readonly byte[] tailBytes = Encoding.UTF8.GetBytes(tail);
    private long at;

    public override int Read(Span<byte> buffer)
    {
        if (at < headBytes.Length)
            return Copy(headBytes.AsSpan((int)at), buffer);
        var middleEnd = headBytes.Length + count;
        if (at >= middleEnd)
            return Copy(tailBytes.AsSpan((int)(at - middleEnd)), buffer);
        var length = (int)Math.Min(buffer.Length, middleEnd - at);
        buffer[..length].Fill(repeated);
        at += length;
        return length;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    private int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var length = Math.Min(from.Length, to.Length);
        from[..length].CopyTo(to);
        at += length;
        return length;
    }
}
