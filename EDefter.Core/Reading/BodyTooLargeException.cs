namespace EDefter.Core.Reading;

/// <summary>
/// Thrown by <see cref="BoundedStream"/> when more comes out of a body than may; the HTTP layer answers it with <c>too-large</c>. What was
/// read before it must not be committed.
/// </summary>
public sealed class BodyTooLargeException : IOException
{
    internal BodyTooLargeException(string message, long bytesMax, int? ratioMax)
        : base(message)
    {
        BytesMax = bytesMax;
        RatioMax = ratioMax;
    }

    /// <summary>Unpacked bytes that were allowed.</summary>
    public long BytesMax { get; }

    /// <summary>Unpacked bytes for one on the wire that were allowed, when that is the limit that was broken; otherwise null.</summary>
    public int? RatioMax { get; }
}
