using System.Buffers;

namespace EDefter.Core.Text;

/// <summary>Bytes that are written one after the other and handed on whole; grows to the largest record and is used again for the next.</summary>
/// <param name="capacity">Bytes that it holds before it grows for the first time.</param>
public sealed class ByteBuffer(int capacity = 64 * 1024) : IBufferWriter<byte>
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Takes back everything after a length that was seen before.</summary>
    public void Return(int length) => Length = length;

    public Span<byte> Reserve(int room)
    {
        if (bytes.Length - Length < room)
            Grow(room);
        return bytes.AsSpan(Length);
    }

    /// <summary>What was written from a place on, to be written over.</summary>
    public Span<byte> Overwrite(int at) => bytes.AsSpan(at, Length - at);

    public void Advance(int count) => Length += count;

    public void Write(ReadOnlySpan<byte> source)
    {
        source.CopyTo(Reserve(source.Length));
        Length += source.Length;
    }

    // Apart from asking, which is so short that it is compiled into whoever asks.
    private void Grow(int room) => Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + room));

    // Who asks for room through the interface without saying how much expects to get some.
    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Reserve(Math.Max(sizeHint, 1));

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsMemory(Length);
    }
}
