using System.Globalization;
using EDefter.Core.Text;

namespace EDefter.Core.Reading;

/// <summary>
/// Lets no more bytes through than a body may have unpacked, and not many times more than came over the wire, so that a small gzip cannot
/// fill the machine.
/// </summary>
public sealed class BoundedStream : ReadOnlyStream
{
    /// <summary>A body smaller than this may be packed as tightly as it likes: it harms nobody.</summary>
    public const long RatioFloorBytes = 1024 * 1024;

    private readonly Stream inner;
    private readonly long bytesMax;
    private readonly Func<long>? wireBytes;
    private readonly int ratioMax;

    /// <param name="inner">The unpacked body.</param>
    /// <param name="bytesMax">Unpacked bytes allowed.</param>
    /// <param name="wire">The packed body under <paramref name="inner"/>; null when it is not packed.</param>
    /// <param name="ratioMax">Unpacked bytes allowed for one byte of <paramref name="wire"/>.</param>
    public BoundedStream(Stream inner, long bytesMax = VoucherLimits.BodyBytesMax, CountingStream? wire = null, int ratioMax = VoucherLimits.BodyRatioMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytesMax);
        ArgumentOutOfRangeException.ThrowIfLessThan(ratioMax, 1);
        this.inner = inner;
        this.bytesMax = bytesMax;
        wireBytes = wire is null ? null : () => wire.BytesRead;
        this.ratioMax = ratioMax;
    }

    /// <summary>What is read was unpacked on the way.</summary>
    public bool IsPacked => wireBytes is not null;

    /// <summary>Unpacked bytes so far.</summary>
    public long BytesRead { get; private set; }

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        BytesRead += read;
        if (BytesRead > bytesMax)
            throw new BodyTooLargeException(string.Create(CultureInfo.InvariantCulture, $"Gönderi açıldığında {TurkishText.Count(bytesMax)} bayt sınırını aşıyor."), bytesMax, ratioMax: null);
        // The decompressor reads ahead, so the wire's count is never too small and an honest body is never called a bomb.
        if (wireBytes is not null && BytesRead > RatioFloorBytes && BytesRead / ratioMax > wireBytes())
            throw new BodyTooLargeException(string.Create(CultureInfo.InvariantCulture, $"Gönderi açıldığında {TurkishText.Count(ratioMax)} kattan fazla büyüyor."), bytesMax, ratioMax);
        return read;
    }
}
