using System.Globalization;

namespace EDefter.Core.Reading;

/// <summary>Stands under the reader of the authority's documents: no tag, text or section that is longer than the largest file a journal may carry.</summary>
internal sealed class DocumentStream(Stream inner) : WatchedStream(inner)
{
    /// <summary>A carried PDF of 24 MB; everything else has a few kilobytes.</summary>
    private const int RunBytesMax = 32 * 1024 * 1024;

    private readonly MarkupRun run = new();

    /// <exception cref="BodyTooLargeException">One is longer.</exception>
    protected override void Watch(ReadOnlySpan<byte> read)
    {
        if (run.Take(read) > RunBytesMax)
            throw new BodyTooLargeException(string.Create(CultureInfo.InvariantCulture, $"Belgede {RunBytesMax / (1024 * 1024)} MB sınırını aşan tek bir değer var."), RunBytesMax, ratioMax: null);
    }
}
