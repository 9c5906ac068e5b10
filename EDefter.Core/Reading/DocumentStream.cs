using System.Globalization;

namespace EDefter.Core.Reading;

/// <summary>Stands under the reader of the authority's documents: no tag, text or section that is longer than the largest file a journal may carry.</summary>
internal sealed class DocumentStream(Stream inner) : ReadOnlyStream
{
    /// <summary>A carried PDF of 24 MB; everything else has a few kilobytes.</summary>
    private const int RunBytesMax = 32 * 1024 * 1024;

    private readonly MarkupRun run = new();

    /// <exception cref="BodyTooLargeException">One is longer.</exception>
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

    private int Watch(ReadOnlySpan<byte> read) => run.Take(read) <= RunBytesMax
        ? read.Length
        : throw new BodyTooLargeException(string.Create(CultureInfo.InvariantCulture, $"Belgede {RunBytesMax / (1024 * 1024)} MB sınırını aşan tek bir değer var."), RunBytesMax, ratioMax: null);
}
