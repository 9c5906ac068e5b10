using System.Text;

namespace EDefter.Core.Reading.Tables;

/// <summary>The outside of a text file, read from its bytes: a profile that wrote it years ago may no longer exist.</summary>
internal sealed record TextShape
{
    private const int SampleBytes = 64 * 1024;
    private const int SampleLinesMax = 60;
    private const string Separators = ";\t,|";

    private static readonly Encoding Turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;

    public required Encoding Encoding { get; init; }

    /// <summary>Nothing beyond ASCII, so that the encoding cannot be told.</summary>
    public required bool IsAscii { get; init; }

    public required bool HasByteOrderMark { get; init; }

    /// <summary>The most frequent one: "\n", "\r", "\r\n", or nothing in a file of one line.</summary>
    public required string LineEnd { get; init; }

    public required char Separator { get; init; }

    /// <summary>Values stand in quotes.</summary>
    public required bool IsQuoted { get; init; }

    public required bool IsXml { get; init; }

    public static TextShape Of(Stream stream)
    {
        var buffer = new byte[SampleBytes];
        var sample = Array.Empty<byte>();
        var scan = new TextScan();
        Encoding? mark = null;
        while (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) is var read and > 0)
        {
            if (sample.Length == 0)
            {
                sample = buffer[..read];
                mark = MarkOf(sample);
            }

            // Of two-byte characters the scan sees the halves that are not zero: separators, quotes and line ends.
            scan.Add(mark is null or UTF8Encoding ? buffer.AsSpan(0, read) : buffer.AsSpan(0, read).ToArray().Where(b => b != 0).ToArray());
        }

        scan.End();
        var encoding = mark ?? (scan.IsUtf8 ? Encoding.UTF8 : Turkish);
        var text = encoding.GetString(sample).TrimStart('\ufeff');
        return new TextShape
        {
            Encoding = encoding,
            IsAscii = mark is null && scan.IsAscii,
            HasByteOrderMark = mark is not null,
            LineEnd = scan.LineEnd,
            Separator = SeparatorOf(text),
            IsQuoted = scan.IsQuoted,
            IsXml = text.AsSpan().TrimStart().StartsWith("<"),
        };
    }

    private static Encoding? MarkOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    // The character that stands equally often in most lines.
    private static char SeparatorOf(string sample)
    {
        var lines = sample.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        // The last line of a longer file is cut.
        var whole = lines.Take(Math.Min(SampleLinesMax, Math.Max(1, lines.Length - 1))).ToList();
        var best = Separators[0];
        var bestScore = 0;
        foreach (var separator in Separators)
        {
            var usual = whole.Select(line => line.AsSpan().Count(separator)).Where(count => count > 0).GroupBy(count => count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
            var score = usual is null ? 0 : usual.Count() * Math.Min(usual.Key, 5);
            if (score > bestScore)
                (best, bestScore) = (separator, score);
        }

        return best;
    }
}
