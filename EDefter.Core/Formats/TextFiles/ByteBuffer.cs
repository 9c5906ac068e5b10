namespace EDefter.Core.Formats.TextFiles;

/// <summary>Bytes of one entry before they go to the file; grows to the largest entry and is used again for the next.</summary>
internal sealed class ByteBuffer
{
    private byte[] bytes = new byte[64 * 1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Takes back everything after a length that was seen before.</summary>
    public void Return(int length) => Length = length;

    public Span<byte> Reserve(int room)
    {
        if (bytes.Length - Length < room)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + room));
        return bytes.AsSpan(Length);
    }

    /// <summary>What was written from a place on, to be written over.</summary>
    public Span<byte> Overwrite(int at) => bytes.AsSpan(at, Length - at);

    public void Advance(int used) => Length += used;

    public void Write(ReadOnlySpan<byte> source)
    {
        source.CopyTo(Reserve(source.Length));
        Length += source.Length;
    }
}
