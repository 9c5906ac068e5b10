using System.Globalization;

namespace EDefter.Core.Reading.Tables;

/// <summary>
/// Stands under an XML reader: lets no more bytes through than a part may have, and no run (<see cref="MarkupRun"/>) that is longer than the longest cell.
/// </summary>
internal sealed class MarkupStream(Stream inner, long bytesMax, Action<int>? count = null) : WatchedStream(inner)
{
    private const int RunBytesMax = 1024 * 1024;
    private readonly MarkupRun run = new();
    private long bytes;

    protected override void Watch(ReadOnlySpan<byte> read)
    {
        bytes += read.Length;
        count?.Invoke(read.Length);
        if (bytes > bytesMax)
            throw new TableLimitException(string.Create(CultureInfo.InvariantCulture, $"Çalışma kitabı açıldığında {bytesMax / (1024 * 1024)} MB sınırını aşıyor."));
        if (run.Take(read) > RunBytesMax)
            throw new TableLimitException("Çalışma kitabında bir hücreye sığmayacak kadar uzun bir değer var.");
    }
}
