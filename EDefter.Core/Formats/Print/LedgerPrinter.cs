using EDefter.Core.Journal;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Print;

/// <summary>
/// Prints a month's defter-i kebir: per main account what was carried into the month, its lines in the order of the journal with the balance
/// after each, and its totals of the month and of the fiscal year. Accounts without a line in the month are left out; the mizan has them.
/// </summary>
public sealed class LedgerPrinter : ILedgerBook, IPdfBook
{
    private readonly PrintHeading heading;
    private readonly LedgerControl control;
    private readonly LedgerTable table;
    private readonly BookPages pages;

    public LedgerPrinter(PrintHeading heading)
    {
        this.heading = heading;
        control = new LedgerControl(heading.Numbers);
        table = new LedgerTable();
        pages = new BookPages(heading, table, totals: 2);
        table.Totals = pages.Totals;
    }

    public void BeginAccount(AccountTotals account)
    {
        control.Begin(account);
        pages.Totals[0] = account.DebitBefore;
        pages.Totals[1] = account.CreditBefore;
        var hasCarried = account.DebitBefore != 0 || account.CreditBefore != 0;
        var head = table.HeadOf(account);
        pages.MakeRoom(head, linesAfter: hasCarried ? 4 : 3);
        table.Present = account;
        pages.Put(head);
        if (hasCarried)
            pages.Put(table.TotalOf("Önceki aylardan devir", account.DebitBefore, account.CreditBefore));
    }

    public void Write(LedgerLine line)
    {
        control.Add(line.Line);
        pages.Put(table.LineOf(line, control.Debit, control.Credit));
    }

    public void EndAccount()
    {
        var account = control.Account;
        pages.Keep(lines: 2, rows: 2);
        pages.Put(table.MonthOf($"{TurkishText.Month(heading.Period)} toplamı  ({TurkishText.Count(account.Lines)} satır)", account.Debit, account.Credit));
        pages.Put(table.TotalOf("Hesap dönemi başından toplam", account.DebitToDate, account.CreditToDate));
        table.Present = null;
        control.End();
    }

    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out PrintedVolume? volume) => pages.TryTake(out volume);

    /// <inheritdoc/>
    public IReadOnlyList<ShownByCode> ShownByCode => pages.ShownByCode;

    public void Complete()
    {
        control.Complete();
        pages.Put(table.MonthOf($"{TurkishText.Month(heading.Period)} genel toplamı  ({TurkishText.Count(heading.Numbers.Lines)} satır)", control.MonthDebit, control.MonthCredit));
        pages.Complete();
    }

    public void Dispose() => pages.Dispose();
}
