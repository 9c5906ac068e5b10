using CsCheck;
using EDefter.Core.Formats.Print;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Formats.Print;

/// <summary>The printed mizan, read back from its pages and held against sums made here.</summary>
public sealed class TrialBalancePrinterTests
{
    private const int FirstAmount = 2;
    private const int Amounts = 8;

    [Fact]
    public void Whatever_the_months_hold_the_trial_balance_reads_back_with_every_account() =>
        Gen.Select(PrintMonths.Month, PrintMonths.Month).Sample((before, entries) => Check(before, entries), iter: 8);

    [Fact]
    public void A_trial_balance_of_many_pages_carries_its_sums_from_each_to_the_next()
    {
        var vouchers = Enumerable.Range(1, 150).Select(number =>
        {
            var voucher = Months.Simple(number);
            var main = (100 + number).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return voucher with { Lines = [voucher.Lines[0] with { Account = main + ".01" }, voucher.Lines[1]] };
        });
        var entries = Months.Number(vouchers, 1, 1);
        var pages = Check([], entries);
        Assert.True(pages.Count > 5);
        for (var i = 1; i < pages.Count; i++)
        {
            Assert.Equal("Nakli yekûn", pages[i].Lines[0].First);
            Assert.Equal(pages[i - 1].Lines[^1].Cells, pages[i].Lines[0].Cells);
        }
    }

    private static List<PrintedPage> Check(IReadOnlyList<JournalEntry> before, IReadOnlyList<JournalEntry> entries)
    {
        var balance = new TrialBalance();
        foreach (var entry in before)
            balance.AddBefore(entry);
        foreach (var entry in entries)
            balance.Add(entry);
        using var printer = new TrialBalancePrinter(PrintMonths.HeadingOf(entries, PrintedBook.TrialBalance));
        printer.Write(balance);
        var volumes = new List<PrintedVolume>();
        while (printer.TryTake(out var volume))
            volumes.Add(volume);
        var pages = PrintReader.Pages(volumes, PrintReader.TrialBalanceEdges, headingLines: 2);
        var shown = pages.SelectMany(page => page.Lines).Where(line => line.First.Length > 0 && line.First != "Nakli yekûn").ToList();
        var expected = Expected(before, entries);
        Assert.Equal(expected.Select(row => row.Code), shown.Take(shown.Count - 1).Select(line => line.First));
        foreach (var (row, line) in expected.Zip(shown))
            Assert.Equal(row.Values, ValuesOf(line));
        Assert.StartsWith("Genel toplam", shown[^1].First, StringComparison.Ordinal);
        Assert.Equal(Sums(expected.Where(row => row.Code.Length == 3)), ValuesOf(shown[^1]));
        Assert.Equal(entries.Sum(entry => entry.Total), ValuesOf(shown[^1])[2]);
        return pages;
    }

    private static decimal[] ValuesOf(PrintedLine line) => [.. Enumerable.Range(FirstAmount, Amounts).Select(column => line.Amount(column) ?? 0)];

    private static decimal[] Sums(IEnumerable<(string Code, decimal[] Values)> rows) => [.. Enumerable.Range(0, Amounts).Select(i => rows.Sum(row => row.Values[i]))];

    private static List<(string Code, decimal[] Values)> Expected(IReadOnlyList<JournalEntry> before, IReadOnlyList<JournalEntry> entries)
    {
        var lines = before.SelectMany(entry => entry.Lines.Select(line => (line, Before: true))).Concat(entries.SelectMany(entry => entry.Lines.Select(line => (line, Before: false)))).ToList();
        var codes = lines.Select(line => line.line.MainAccount).Concat(lines.Select(line => line.line.SubAccount)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. codes.Select(code => (code, Row(lines.Where(line => code.Length == 3 ? line.line.MainAccount == code : line.line.SubAccount == code))))];
    }

    private static decimal[] Row(IEnumerable<(JournalLine Line, bool Before)> lines)
    {
        var booked = lines.ToList();
        decimal Sum(bool before, VoucherSide side) => booked.Where(line => line.Before == before && line.Line.Side == side).Sum(line => line.Line.Amount);
        var carried = Sum(before: true, VoucherSide.Debit) - Sum(before: true, VoucherSide.Credit);
        var (debit, credit) = (Sum(before: false, VoucherSide.Debit), Sum(before: false, VoucherSide.Credit));
        var (allDebit, allCredit) = (debit + Sum(before: true, VoucherSide.Debit), credit + Sum(before: true, VoucherSide.Credit));
        return [Math.Max(carried, 0), Math.Max(-carried, 0), debit, credit, allDebit, allCredit, Math.Max(allDebit - allCredit, 0), Math.Max(allCredit - allDebit, 0)];
    }
}
