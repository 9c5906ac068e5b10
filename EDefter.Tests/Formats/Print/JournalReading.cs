using System.Text;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Formats.Print;

/// <summary>
/// The law of a printed yevmiye defteri, held against what is read of its pages: pages in order, totals carried from each to the next, every
/// entry once, whole and in order, no text cut, no line left blank, control totals at the end.
/// </summary>
internal static class JournalReading
{
    private const int Debit = 4;
    private const int Credit = 5;

    public static void AssertBook(IReadOnlyList<JournalEntry> entries, IReadOnlyList<PrintedPage> pages, long firstPage, decimal carried)
    {
        Assert.Equal(Enumerable.Range(0, pages.Count).Select(i => firstPage + i), pages.Select(page => page.Number));
        AssertTotals(entries, pages, carried);
        AssertEntries(entries, pages);
        Assert.All(pages, AssertNoBlankLine);
    }

    private static void AssertTotals(IReadOnlyList<JournalEntry> entries, IReadOnlyList<PrintedPage> pages, decimal carried)
    {
        var (debit, credit) = (carried, carried);
        for (var i = 0; i < pages.Count; i++)
        {
            var lines = pages[i].Lines;
            var isLast = i == pages.Count - 1;
            if (i > 0 || carried != 0)
                Assert.Equal(("Nakli yekûn", debit, credit), (lines[0].First, lines[0].Amount(Debit), lines[0].Amount(Credit)));
            foreach (var line in lines.Where(line => !IsTotal(line)))
            {
                debit += line.Amount(Debit) ?? 0;
                credit += line.Amount(Credit) ?? 0;
            }

            if (!isLast)
                Assert.Equal(("Nakli yekûn", debit, credit), (lines[^1].First, lines[^1].Amount(Debit), lines[^1].Amount(Credit)));
        }

        var total = entries.Sum(entry => entry.Total);
        var end = pages[^1].Lines;
        Assert.StartsWith("Ocak 2025 toplamı", end[^2].First, StringComparison.Ordinal);
        Assert.Equal((total, total), (end[^2].Amount(Debit), end[^2].Amount(Credit)));
        Assert.Equal("Hesap dönemi başından toplam", end[^1].First);
        Assert.Equal((carried + total, carried + total), (end[^1].Amount(Debit), end[^1].Amount(Credit)));
        Assert.Equal((carried + total, carried + total), (debit, credit));
    }

    private static void AssertEntries(IReadOnlyList<JournalEntry> entries, IReadOnlyList<PrintedPage> pages)
    {
        var read = Read(pages);
        Assert.Equal(entries.Select(entry => entry.Number), read.Select(entry => entry.Number));
        foreach (var (entry, found) in entries.Zip(read))
        {
            Assert.Equal($"Madde{entry.Number}{entry.Date:dd.MM.yyyy}", found.Head);
            Assert.StartsWith("Fişno:" + entry.VoucherNumber, found.Voucher, StringComparison.Ordinal);
            Assert.Equal(PrintMonths.Expected(entry.Comment), found.Comment);
            Assert.Equal(entry.Lines.Count, found.Lines.Count);
            foreach (var (line, shown) in entry.Lines.Zip(found.Lines))
            {
                Assert.Equal((line.Debit, line.Credit), (shown.Debit, shown.Credit));
                Assert.Equal(PrintMonths.Expected(line.MainAccount + line.MainAccountName), shown.Texts[0].ToString());
                Assert.Equal(line.SubAccount == line.MainAccount ? string.Empty : PrintMonths.Expected(line.SubAccount + line.SubAccountName), shown.Texts[1].ToString());
                Assert.Equal(PrintMonths.Expected(line.Description), shown.Texts[2].ToString());
                Assert.Equal(line.DocumentType switch { DocumentType.Invoice => "FaturaABC2025000000001,15.01.2025", DocumentType.Other => "SerbestMeslekMakbuzu00017,02.01.2025", _ => string.Empty }, shown.Texts[3].ToString());
            }
        }
    }

    private static List<ReadEntry> Read(IReadOnlyList<PrintedPage> pages)
    {
        var entries = new List<ReadEntry>();
        StringBuilder[]? open = null;
        foreach (var line in pages.SelectMany(page => page.Lines).Where(line => !IsTotal(line)))
        {
            if (line.First.StartsWith("Madde ", StringComparison.Ordinal))
            {
                var number = long.Parse(line.First.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
                if (line.First.EndsWith("(devamı)", StringComparison.Ordinal))
                {
                    Assert.Equal(entries[^1].Number, number);
                    continue;
                }

                entries.Add(new ReadEntry(number, PrintMonths.Squeezed(line.First)));
                open = entries[^1].HeadTexts;
            }
            else if (line.Amount(Debit) is not null || line.Amount(Credit) is not null)
            {
                var shown = new ReadLine(line.Amount(Debit) ?? 0, line.Amount(Credit) ?? 0);
                entries[^1].Lines.Add(shown);
                open = shown.Texts;
            }

            // An entry's explanation stands across two columns.
            var isHead = open == entries[^1].HeadTexts;
            for (var column = 0; column < 4; column++)
                open![isHead && column == 3 ? 2 : column].Append(PrintMonths.Squeezed(line.Cells[column]));
        }

        return entries;
    }

    // Lines follow each other at the leading of the text, or with the margin of a row between them: never a line apart.
    private static void AssertNoBlankLine(PrintedPage page)
    {
        for (var i = 1; i < page.Lines.Count; i++)
            Assert.InRange(page.Lines[i - 1].Baseline - page.Lines[i].Baseline, 8.8, 11.9);
    }

    private static bool IsTotal(PrintedLine line) =>
        line.First is "Nakli yekûn" or "Hesap dönemi başından toplam" || line.First.StartsWith("Ocak 2025 toplamı", StringComparison.Ordinal);

    private sealed record ReadEntry(long Number, string Head)
    {
        public StringBuilder[] HeadTexts { get; } = [new(), new(), new(), new()];

        public string Voucher => HeadTexts[1].ToString();

        public string Comment => HeadTexts[2].ToString();

        public List<ReadLine> Lines { get; } = [];
    }

    private sealed record ReadLine(decimal Debit, decimal Credit)
    {
        public StringBuilder[] Texts { get; } = [new(), new(), new(), new()];
    }
}
