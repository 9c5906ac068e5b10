using System.Globalization;
using EDefter.Core.Formats.Print;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;

namespace EDefter.Tests.Formats.Print;

/// <summary>Reads printed books back with somebody else's reader (PdfPig): letters by where they stand, nothing of the setter.</summary>
internal static class PrintReader
{
    public const double Left = 38;
    public const double Right = 803.89;

    /// <summary>Left edges of the journal's columns, typed from the drawing.</summary>
    public static readonly double[] JournalEdges = [38, 184, 342, 494, 643.89, 723.89];

    public static readonly double[] LedgerEdges = [38, 86, 132, 208, 380, 552.89, 632.89, 712.89];

    public static readonly double[] TrialBalanceEdges = [38, 112, 275.89, 341.89, 407.89, 473.89, 539.89, 605.89, 671.89, 737.89];

    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    public static decimal Amount(string text) => decimal.Parse(text, NumberStyles.Number, Turkish);

    /// <summary>The cover's text, line by line.</summary>
    public static IReadOnlyList<string> Cover(PrintedVolume volume)
    {
        using var document = PdfDocument.Open(volume.File.ToArray());
        return [.. Baselines(document.GetPage(1)).Select(line => TextOf(line))];
    }

    /// <summary>Every numbered page of every volume, in order. Nothing may stand outside the page or overlap the next cell.</summary>
    public static List<PrintedPage> Pages(IEnumerable<PrintedVolume> volumes, double[] edges, int headingLines)
    {
        var pages = new List<PrintedPage>();
        foreach (var volume in volumes)
        {
            using var document = PdfDocument.Open(volume.File.ToArray());
            Assert.Equal(volume.Pages, document.NumberOfPages);
            Assert.InRange(document.NumberOfPages, 2, 500);
            foreach (var page in document.GetPages().Skip(1))
                pages.Add(Read(page, edges, headingLines));
        }

        return pages;
    }

    private static PrintedPage Read(Page page, double[] edges, int headingLines)
    {
        Assert.All(page.Letters, letter => Assert.True(letter.StartBaseLine.X >= Left - 0.02 && letter.EndBaseLine.X <= Right + 0.02 && letter.StartBaseLine.Y is > 20 and < 575, $"'{letter.Value}' stands outside the page"));
        var lines = Baselines(page);
        // The table begins under the head, whose last line is the one that holds the fiscal year or the owner's last line.
        var first = lines.FindIndex(line => TextOf(line).StartsWith(edges == JournalEdges ? "Madde no, tarih" : edges == LedgerEdges ? "Tarih" : "Önceki aylardan devir", StringComparison.Ordinal));
        Assert.True(first > 0, "The page has no headings.");
        var head = lines.Take(first).Select(TextOf).ToList();
        var number = head.Select(line => line.IndexOf("Sayfa ", StringComparison.Ordinal) is >= 0 and var at ? line[(at + 6)..] : null).Single(found => found is not null);
        return new PrintedPage(long.Parse(number!, CultureInfo.InvariantCulture), head, [.. lines.Skip(first + headingLines).Select(line => new PrintedLine(line[0].StartBaseLine.Y, TextOf(line), Cells(line, edges)))]);
    }

    private static List<List<Letter>> Baselines(Page page) =>
        [.. page.Letters.GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)).OrderByDescending(group => group.Key).Select(group => group.OrderBy(letter => letter.StartBaseLine.X).ToList())];

    private static string TextOf(List<Letter> line) => string.Concat(line.Select(letter => letter.Value)).Trim();

    private static string[] Cells(List<Letter> line, double[] edges)
    {
        var cells = new string[edges.Length];
        for (var column = 0; column < edges.Length; column++)
        {
            var right = column + 1 < edges.Length ? edges[column + 1] : Right + 1;
            cells[column] = string.Concat(line.Where(letter => letter.StartBaseLine.X >= edges[column] && letter.StartBaseLine.X < right).Select(letter => letter.Value)).Trim();
        }

        return cells;
    }
}
