using EDefter.Core.Formats.Workbook;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Print;

/// <summary>The sheet that every book as a workbook ends with: whose book, which month, control totals.</summary>
internal static class WorkbookTotals
{
    public static readonly WorkbookSheet Sheet = new("Toplamlar", [new("Bilgi", 34), new("Değer", 70)]);

    public static void Write(WorkbookWriter workbook, PrintHeading heading)
    {
        workbook.BeginSheet();
        Text(workbook, "Defter", PrintedBooks.Name(heading.Book));
        Text(workbook, heading.Company.Title is null ? "Adı soyadı" : "Unvanı", heading.Owner);
        Text(workbook, PageHead.TaxIdLabel(heading.Company.TaxId), heading.Company.TaxId);
        Text(workbook, "Şube", heading.BranchName);
        Text(workbook, "Hesap dönemi", $"{TurkishText.Date(heading.Year.Start)} – {TurkishText.Date(heading.Year.End)}");
        Text(workbook, "Defterin dönemi", $"{TurkishText.Date(heading.From)} – {TurkishText.Date(heading.To)}");
        Count(workbook, "İlk madde no", heading.Numbers.First);
        Count(workbook, "Son madde no", heading.Numbers.Last);
        Count(workbook, "Madde sayısı", heading.Numbers.Vouchers);
        Count(workbook, "Satır sayısı", heading.Numbers.Lines);
        Amount(workbook, "Ayın borç toplamı", heading.Numbers.Debit);
        Amount(workbook, "Ayın alacak toplamı", heading.Numbers.Credit);
        Amount(workbook, "Önceki aylardan borç", heading.CarriedDebit);
        Amount(workbook, "Önceki aylardan alacak", heading.CarriedCredit);
        Text(workbook, "Denetim özeti", heading.Numbers.Chain);
    }

    private static void Text(WorkbookWriter workbook, string name, string value)
    {
        Name(workbook, name);
        workbook.Text(Reports.ReportText.Visible(value));
    }

    private static void Count(WorkbookWriter workbook, string name, long value)
    {
        Name(workbook, name);
        workbook.Number(value);
    }

    private static void Amount(WorkbookWriter workbook, string name, decimal value)
    {
        Name(workbook, name);
        workbook.Amount(value);
    }

    private static void Name(WorkbookWriter workbook, string name)
    {
        workbook.Row();
        workbook.Text(name, CellStyle.Bold);
    }
}
