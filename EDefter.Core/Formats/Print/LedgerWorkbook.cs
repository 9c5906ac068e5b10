using EDefter.Core.Formats.Workbook;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Print;

/// <summary>A month's defter-i kebir as a workbook: per main account a row of what was carried into the month, then a row per line with the balance after it.</summary>
public sealed class LedgerWorkbook : ILedgerBook, IWorkbookBook
{
    private static readonly WorkbookColumn[] Columns =
    [
        new("Ana Hesap", 10), new("Ana Hesap Adı", 28), new("Tarih", 12), new("Madde No", 10), new("Fiş No", 14), new("Alt Hesap", 16), new("Alt Hesap Adı", 34), new("Açıklama", 44), new("Borç", 18), new("Alacak", 18), new("Borç Bakiye", 18), new("Alacak Bakiye", 18),
    ];

    private readonly LedgerControl control;
    private readonly BookWorkbook workbook;

    /// <param name="heading">Which month.</param>
    /// <param name="accounts">How many accounts will be begun.</param>
    /// <param name="output">Any writable stream; left open.</param>
    public LedgerWorkbook(PrintHeading heading, int accounts, Stream output)
    {
        control = new LedgerControl(heading.Numbers);
        workbook = new BookWorkbook(output, heading, "Kebir", Columns, heading.Numbers.Lines + accounts, WorkbookWriter.RowsMax);
    }

    public string Content => workbook.ContentSha256;

    public void BeginAccount(AccountTotals account)
    {
        control.Begin(account);
        Account();
        for (var column = 0; column < 5; column++)
            workbook.Cells.Empty();
        workbook.Text("Önceki aylardan devir", CellStyle.Bold);
        workbook.Sides(account.DebitBefore, account.CreditBefore);
        Balance();
    }

    public void Write(LedgerLine line)
    {
        control.Add(line.Line);
        Account();
        workbook.Date(line.Date);
        workbook.Cells.Number(line.Number);
        workbook.Text(line.VoucherNumber);
        workbook.Text(line.Line.SubAccount);
        workbook.Text(line.Line.SubAccountName);
        workbook.Text(line.Description);
        workbook.Sides(line.Line.Debit, line.Line.Credit);
        Balance();
    }

    public void EndAccount() => control.End();

    public void Complete()
    {
        control.Complete();
        workbook.Complete();
    }

    public void Dispose() => workbook.Dispose();

    private void Account()
    {
        workbook.Row();
        workbook.Text(control.Account.Account);
        workbook.Text(control.Account.Name);
    }

    private void Balance() => workbook.Sides(Math.Max(0, control.Debit - control.Credit), Math.Max(0, control.Credit - control.Debit));
}
