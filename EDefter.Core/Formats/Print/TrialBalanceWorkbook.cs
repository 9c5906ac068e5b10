using EDefter.Core.Formats.Workbook;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Print;

/// <summary>A month's mizan as a workbook: main accounts in bold, each followed by its sub accounts, and the sums of the main accounts.</summary>
public sealed class TrialBalanceWorkbook(PrintHeading heading, Stream output) : ITrialBalanceBook, IWorkbookBook
{
    private static readonly WorkbookColumn[] Columns =
    [
        new("Hesap Kodu", 16), new("Hesap Adı", 40), new("Devir Borç", 18), new("Devir Alacak", 18), new("Ay Borç", 18), new("Ay Alacak", 18), new("Dönem Başından Borç", 20), new("Dönem Başından Alacak", 20), new("Borç Bakiye", 18), new("Alacak Bakiye", 18),
    ];

    private BookWorkbook? workbook;

    public string Content => workbook?.ContentSha256 ?? string.Empty;

    public void Write(TrialBalance balance)
    {
        var rows = TrialBalanceRow.Of(balance).ToList();
        workbook = new BookWorkbook(output, heading, "Mizan", Columns, rows.Count + 1, WorkbookWriter.RowsMax);
        var sums = new decimal[TrialBalanceRow.AmountCount];
        foreach (var row in rows)
        {
            Row(row.Code, row.Name, row.IsMain, row.Amounts);
            for (var i = 0; row.IsMain && i < sums.Length; i++)
                sums[i] += row.Amounts[i];
        }

        if (sums[2] != heading.Numbers.Debit || sums[3] != heading.Numbers.Credit)
            throw new InvalidOperationException("The trial balance is not the numbered month.");
        Row(string.Empty, "Genel toplam", isMain: true, sums);
        workbook.Complete();
    }

    public void Dispose() => workbook?.Dispose();

    private void Row(string code, string name, bool isMain, decimal[] amounts)
    {
        var style = isMain ? CellStyle.Bold : CellStyle.Text;
        workbook!.Row();
        workbook.Text(code, style);
        workbook.Text(name, style);
        foreach (var amount in amounts)
            workbook.AmountUnlessNone(amount);
    }
}
