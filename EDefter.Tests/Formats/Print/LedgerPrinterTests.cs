using CsCheck;
using EDefter.Core.Formats.Print;
using EDefter.Core.Journal;
using Xunit;

namespace EDefter.Tests.Formats.Print;

/// <summary>The printed defter-i kebir, read back from its pages and held against sums made here.</summary>
public sealed class LedgerPrinterTests
{
    private const int Debit = 5;
    private const int Credit = 6;
    private const int Balance = 7;

    [Fact]
    public void Whatever_the_months_hold_every_account_reads_back_with_its_balances() =>
        Gen.Select(PrintMonths.Month, PrintMonths.Month).Sample((before, entries) => Check(before, entries), iter: 8);

    [Fact]
    public void An_account_of_many_pages_carries_its_totals_from_each_to_the_next()
    {
        var pages = Check([], PrintMonths.Plain(200));
        Assert.True(pages.Count > 8);
        Assert.Equal("153 hesabı  (devamı)", pages[1].Lines[0].Whole);
        Assert.StartsWith("Nakli yekûn", pages[1].Lines[1].Whole, StringComparison.Ordinal);
        Assert.Equal(Amounts(pages[0].Lines[^1]), Amounts(pages[1].Lines[1]));
    }

    [Fact]
    public void A_ledger_that_lacks_a_line_cannot_be_completed()
    {
        var entries = PrintMonths.Plain(2);
        var balance = new TrialBalance();
        foreach (var entry in entries)
            balance.Add(entry);
        using var printer = new LedgerPrinter(PrintMonths.HeadingOf(entries, PrintedBook.Ledger));
        printer.BeginAccount(balance.MainAccounts()[0]);
        printer.Write(LedgerLine.Of(entries[0], entries[0].Lines[0]));
        Assert.Throws<InvalidOperationException>(() => printer.Write(LedgerLine.Of(entries[0], entries[0].Lines[1])));
        Assert.Throws<InvalidOperationException>(printer.EndAccount);
        Assert.Throws<InvalidOperationException>(printer.Complete);
    }

    private static List<PrintedPage> Check(IReadOnlyList<JournalEntry> before, IReadOnlyList<JournalEntry> entries)
    {
        var pages = PrintReader.Pages(Print(before, entries), PrintReader.LedgerEdges, headingLines: 1);
        Assert.Equal(Enumerable.Range(1, pages.Count).Select(number => (long)number), pages.Select(page => page.Number));
        var lines = new Queue<PrintedLine>(pages.SelectMany(page => page.Lines).Where(line => !line.Whole.StartsWith("Nakli yekûn", StringComparison.Ordinal) && !line.Whole.EndsWith("(devamı)", StringComparison.Ordinal)));
        var carried = Lines(before).ToLookup(line => line.Line.MainAccount);
        foreach (var account in Lines(entries).GroupBy(line => line.Line.MainAccount).OrderBy(group => group.Key, StringComparer.Ordinal))
            CheckAccount(lines, account.Key, [.. carried[account.Key]], [.. account]);
        var total = entries.Sum(entry => entry.Total);
        var end = Assert.Single(lines);
        Assert.StartsWith("Ocak 2025 genel toplamı", end.Whole, StringComparison.Ordinal);
        Assert.Equal((total, total), (end.Amount(Debit), end.Amount(Credit)));
        return pages;
    }

    private static void CheckAccount(Queue<PrintedLine> lines, string account, List<LedgerLine> before, List<LedgerLine> booked)
    {
        var (debit, credit) = (before.Sum(line => line.Line.Debit), before.Sum(line => line.Line.Credit));
        Assert.StartsWith(account + " ", lines.Dequeue().Whole, StringComparison.Ordinal);
        if (debit != 0 || credit != 0)
            AssertTotal(lines.Dequeue(), "Önceki aylardan devir", debit, credit, Balanced(debit, credit));
        foreach (var line in booked)
        {
            var shown = Next(lines);
            (debit, credit) = (debit + line.Line.Debit, credit + line.Line.Credit);
            Assert.Equal(line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), shown.Cells[1]);
            Assert.Equal((line.Line.Debit, line.Line.Credit), (shown.Amount(Debit) ?? 0, shown.Amount(Credit) ?? 0));
            Assert.Equal(Balanced(debit, credit), shown.Cells[Balance]);
        }

        AssertTotal(Next(lines), "Ocak 2025 toplamı", booked.Sum(line => line.Line.Debit), booked.Sum(line => line.Line.Credit), string.Empty);
        AssertTotal(lines.Dequeue(), "Hesap dönemi başından toplam", debit, credit, Balanced(debit, credit));
    }

    // Wrapped text takes further lines, which have no balance.
    private static PrintedLine Next(Queue<PrintedLine> lines)
    {
        while (lines.Peek().Cells[Balance].Length == 0 && !lines.Peek().Whole.StartsWith("Ocak 2025 toplamı", StringComparison.Ordinal))
            lines.Dequeue();
        return lines.Dequeue();
    }

    private static void AssertTotal(PrintedLine line, string name, decimal debit, decimal credit, string balance)
    {
        Assert.StartsWith(name, line.Whole, StringComparison.Ordinal);
        Assert.Equal((debit, credit, balance), (line.Amount(Debit), line.Amount(Credit), line.Cells[Balance]));
    }

    private static string Balanced(decimal debit, decimal credit)
    {
        var text = Math.Abs(debit - credit).ToString("N2", System.Globalization.CultureInfo.GetCultureInfo("tr-TR"));
        return debit > credit ? text + " B" : debit < credit ? text + " A" : text;
    }

    private static (decimal?, decimal?, string) Amounts(PrintedLine line) => (line.Amount(Debit), line.Amount(Credit), line.Cells[Balance]);

    private static IEnumerable<LedgerLine> Lines(IEnumerable<JournalEntry> entries) => entries.SelectMany(entry => entry.Lines.Select(line => LedgerLine.Of(entry, line)));

    private static List<PrintedVolume> Print(IReadOnlyList<JournalEntry> before, IReadOnlyList<JournalEntry> entries)
    {
        var balance = new TrialBalance();
        foreach (var entry in before)
            balance.AddBefore(entry);
        foreach (var entry in entries)
            balance.Add(entry);
        using var printer = new LedgerPrinter(PrintMonths.HeadingOf(entries, PrintedBook.Ledger));
        foreach (var account in balance.MainAccounts().Where(account => account.Lines > 0))
        {
            printer.BeginAccount(account);
            foreach (var line in Lines(entries).Where(line => line.Line.MainAccount == account.Account))
                printer.Write(line);
            printer.EndAccount();
        }

        printer.Complete();
        var volumes = new List<PrintedVolume>();
        while (printer.TryTake(out var volume))
            volumes.Add(volume);
        return volumes;
    }
}
