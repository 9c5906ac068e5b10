using System.Globalization;

namespace EDefter.Core.Reading.Tables;

/// <summary>
/// Stands under an XML reader: lets no more bytes through than a part may have, and no run without a "&lt;" that is longer than the longest
/// cell, because an XML reader holds a tag, an attribute or a text in memory as a whole.
/// </summary>
internal sealed class MarkupStream(Stream inner, long bytesMax) : ReadOnlyStream
{
    private const int RunBytesMax = 1024 * 1024;
    private long bytes;
    private long run;

    public override int Read(Span<byte> buffer) => Watch(buffer[..inner.Read(buffer)]);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Watch(buffer.Span[..read]);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Watch(ReadOnlySpan<byte> read)
    {
        bytes += read.Length;
        if (bytes > bytesMax)
            throw new TableLimitException(string.Create(CultureInfo.InvariantCulture, $"Çalışma kitabı açıldığında {bytesMax / (1024 * 1024)} MB sınırını aşıyor."));
        var last = read.LastIndexOf((byte)'<');
        // A run inside one piece cannot be longer than the piece, which is far below the limit.
        run = last < 0 ? run + read.Length : read.Length - last;
        if (run > RunBytesMax)
            throw new TableLimitException("Çalışma kitabında bir hücreye sığmayacak kadar uzun bir değer var.");
        return read.Length;
    }
}
