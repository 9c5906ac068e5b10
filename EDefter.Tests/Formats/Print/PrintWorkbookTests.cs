using System.Globalization;
using EDefter.Core.Formats.Print;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Formats.Print;

/// <summary>The books as workbooks: judged by Microsoft's validator, read back by a reader of our own, summed here.</summary>
public sealed class PrintWorkbookTests
{
    [Fact]
    public void The_journal_as_a_workbook_has_a_row_per_line_and_its_control_totals()
    {
        var entries = PrintMonths.Plain(40);
        var file = Write(output =>
        {
            using var book = new JournalWorkbook(PrintMonths.HeadingOf(entries), output);
            foreach (var entry in entries)
                book.Write(entry);
            book.Complete();
        });
        WorkbookJudges.AssertValid(file);
        Assert.Equal(entries.Sum(entry => entry.Total), Sum(file, "Yevmiye", 15));
        Assert.Equal(entries.Sum(entry => entry.Total), Sum(file, "Yevmiye", 16));
        Assert.Equal(81, WorkbookReader.Cells(file).Where(cell => cell.Sheet == "Yevmiye").Max(cell => cell.Row));
    }

    [Fact]
    public void Lines_that_do_not_fit_a_sheet_go_on_to_the_next()
    {
        var entries = PrintMonths.Plain(12);
        var file = Write(output =>
        {
            using var book = new JournalWorkbook(PrintMonths.HeadingOf(entries), output, sheetRowsMax: 9);
            foreach (var entry in entries)
                book.Write(entry);
            book.Complete();
        });
        WorkbookJudges.AssertValid(file);
        Assert.Equal(["Yevmiye", "Yevmiye 2", "Yevmiye 3", "Toplamlar"], WorkbookReader.Cells(file).Select(cell => cell.Sheet).Distinct(StringComparer.Ordinal));
        Assert.Equal(entries.Sum(entry => entry.Total), Sum(file, "Yevmiye", 15) + Sum(file, "Yevmiye 2", 15) + Sum(file, "Yevmiye 3", 15));
    }

    [Fact]
    public void The_ledger_as_a_workbook_has_every_line_with_its_balance()
    {
        var entries = PrintMonths.Plain(30);
        var balance = BalanceOf(entries);
        var accounts = balance.MainAccounts();
        var file = Write(output =>
        {
            using var book = new LedgerWorkbook(PrintMonths.HeadingOf(entries, PrintedBook.Ledger), accounts.Count, output);
            foreach (var account in accounts)
            {
                book.BeginAccount(account);
                foreach (var entry in entries)
                {
                    foreach (var line in entry.Lines.Where(line => line.MainAccount == account.Account))
                        book.Write(LedgerLine.Of(entry, line));
                }

                book.EndAccount();
            }

            book.Complete();
        });
        WorkbookJudges.AssertValid(file);
        Assert.Equal(entries.Sum(entry => entry.Total), Sum(file, "Kebir", 9));
        Assert.Equal(entries.Sum(entry => entry.Total), Sum(file, "Kebir", 10));
    }

    [Fact]
    public void The_trial_balance_as_a_workbook_has_every_account_and_its_sums()
    {
        var entries = PrintMonths.Plain(30);
        var file = Write(output =>
        {
            using var book = new TrialBalanceWorkbook(PrintMonths.HeadingOf(entries, PrintedBook.TrialBalance), output);
            book.Write(BalanceOf(entries));
        });
        WorkbookJudges.AssertValid(file);
        // Main account, sub account and the total show the same sum: three times.
        Assert.Equal(3 * entries.Sum(entry => entry.Total), Sum(file, "Mizan", 5));
        Assert.Contains(WorkbookReader.Cells(file), cell => cell is { Sheet: "Mizan", Column: 2, Value: "Genel toplam" });
    }

    /// <summary>A table program keeps fifteen digits of a number: the cent of the sixteenth would be gone without a word.</summary>
    [Fact]
    public void Amounts_of_more_digits_than_a_table_program_keeps_stand_as_texts()
    {
        var amount = AmountField.Of(99_999_999_999_999.99m);
        var voucher = Months.Simple(1);
        var entries = Months.Number([voucher with { Lines = [voucher.Lines[0] with { Debit = amount }, voucher.Lines[1] with { Credit = amount }] }, Months.Simple(2)], 1, 1);
        var file = Write(output =>
        {
            using var book = new JournalWorkbook(PrintMonths.HeadingOf(entries), output);
            foreach (var entry in entries)
                book.Write(entry);
            book.Complete();
        });
        WorkbookJudges.AssertValid(file);
        var cells = WorkbookReader.Cells(file);
        Assert.Equal([("text", "99.999.999.999.999,99"), ("number", "102.25")], cells.Where(cell => cell is { Sheet: "Yevmiye", Column: 15, Row: > 1 }).Select(cell => (cell.Kind, cell.Value)));
        Assert.Equal(2, cells.Count(cell => cell is { Sheet: "Toplamlar", Value: "100.000.000.000.102,24" }));
    }

    private static TrialBalance BalanceOf(IReadOnlyList<JournalEntry> entries)
    {
        var balance = new TrialBalance();
        foreach (var entry in entries)
            balance.Add(entry);
        return balance;
    }

    private static decimal Sum(byte[] file, string sheet, int column) =>
        WorkbookReader.Cells(file).Where(cell => cell.Sheet == sheet && cell.Column == column && cell.Kind == "number").Sum(cell => decimal.Parse(cell.Value, CultureInfo.InvariantCulture));

    private static byte[] Write(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return output.ToArray();
    }
}
