using System.IO.Compression;
using System.Text.RegularExpressions;
using EDefter.Core.Formats.Reports;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Formats;

public sealed class CheckReportWorkbookTests
{
    private static readonly ReportHeading Heading = new("ÖRNEK OTELCİLİK A.Ş.", "0000 Merkez", "Ocak 2025", "03.02.2025 10:15", "2025.1");

    private static readonly Finding Unbalanced = new()
    {
        Rule = "FIS001",
        Severity = Severity.Error,
        VoucherId = "344541",
        VoucherNumber = "00163",
        Date = new DateOnly(2025, 1, 5),
        Field = "balance",
        Message = "Fiş dengesiz: borç 100,00, alacak 99,99.",
        Remedy = "Farkı düzeltin.",
        Source = "VUK 183",
        RepairClass = RepairClass.B,
    };

    private static readonly Finding Odd = Unbalanced with { Rule = "BEL015", Severity = Severity.Warning, Line = 2, Field = "document.number", Message = "=1+1 tuhaf \u0001 belge", RepairClass = RepairClass.N };

    [Fact]
    public void Errors_stand_beside_their_voucher()
    {
        var cells = WorkbookReader.Cells(Write([Unbalanced, Odd]));
        string? At(string sheet, int row, int column) => cells.Where(cell => cell.Sheet == sheet && cell.Row == row && cell.Column == column).Select(cell => cell.Value).SingleOrDefault();

        Assert.Equal(["Fiş No", "Tarih", "Tür", "Hata", "HATALAR", "Uyarı", "UYARILAR", "Borç"], cells.Where(cell => cell is { Sheet: "Fişler", Row: 1, Column: <= 8 }).Select(cell => cell.Value));
        Assert.Equal(["00163", "2025-01-05", "Mahsup", "1", "FIS001: Fiş dengesiz: borç 100,00, alacak 99,99.", "1", "BEL015: =1+1 tuhaf ⟦U+0001⟧ belge", "100.00", "99.99", "0.01", "2", "H.A.", "344541"], cells.Where(cell => cell is { Sheet: "Fişler", Row: 2 }).Select(cell => cell.Value));
        Assert.DoesNotContain(cells, cell => cell is { Sheet: "Fişler", Row: 3, Column: 4 or 6 });
        Assert.Equal(["FIS001", "HATA", "00163", "2025-01-05", "Borç/alacak farkı", "Fiş dengesiz: borç 100,00, alacak 99,99.", "Farkı düzeltin.", "VUK 183", "B: önerilen değer", "344541", "https://erp/344541"], cells.Where(cell => cell is { Sheet: "Bulgular", Row: 2 }).Select(cell => cell.Value));
        Assert.Equal("2", At("Bulgular", 3, 5));
        Assert.Contains(cells, cell => cell is { Sheet: "Toplamlar", Value: "ÖRNEK OTELCİLİK A.Ş." });
        Assert.Equal("1", cells[cells.FindIndex(cell => cell is { Sheet: "Toplamlar", Value: "Hata" }) + 1].Value);
        Assert.Equal("3", cells[cells.FindIndex(cell => cell is { Sheet: "Toplamlar", Value: "Gelen fiş" }) + 1].Value);
        Assert.Equal(["FIS001", "Çalıştı", "1", "KON002", "Veri yok", "0"], cells.Where(cell => cell is { Sheet: "Kapsam", Row: > 1 }).Select(cell => cell.Value));
    }

    /// <summary>LibreOffice does not measure wrapped text when it opens a workbook: without a height a voucher's second error would not be seen.</summary>
    [Fact]
    public void A_row_is_as_high_as_its_findings_need()
    {
        using var zip = new ZipArchive(new MemoryStream(Write([Unbalanced, Unbalanced, Unbalanced])));
        using var vouchers = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var sheet = vouchers.ReadToEnd();

        Assert.Contains("<row ht=\"45\" customHeight=\"1\">", sheet, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(sheet, " ht=", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void The_likely_sources_of_a_difference_stand_beside_its_message_one_to_a_line()
    {
        var cells = WorkbookReader.Cells(Write([Unbalanced with { Trail = ["1. satırda virgül kaymış olabilir.", "2. satırın tutarı farka eşit."] }, Odd]));
        Assert.Equal("Kuruş İzi", cells.Single(cell => cell is { Sheet: "Bulgular", Row: 1, Column: 8 }).Value);
        Assert.Equal("1. satırda virgül kaymış olabilir.\n2. satırın tutarı farka eşit.", cells.Single(cell => cell is { Sheet: "Bulgular", Row: 2, Column: 8 }).Value);
        Assert.DoesNotContain(cells, cell => cell is { Sheet: "Bulgular", Row: 3, Column: 8 });
    }

    [Fact]
    public void The_validator_says_nothing() => WorkbookJudges.AssertValid(Write([Unbalanced, Odd]));

    [Fact]
    public void What_a_cell_cannot_hold_is_counted_in_it()
    {
        var many = Enumerable.Repeat(Unbalanced, 2_000).ToArray();

        var text = WorkbookReader.Cells(Write(many)).Single(cell => cell is { Sheet: "Fişler", Row: 2, Column: 5 }).Value;

        Assert.True(text.Length < 32_767);
        var shown = text.Split('\n').Length - 1;
        Assert.EndsWith($"… ve {2_000 - shown} bulgu daha (Bulgular sayfasında)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_too_long_for_a_cell_is_cut_where_it_can_be_seen()
    {
        var text = WorkbookReader.Cells(Write([Unbalanced with { Message = new string('x', 40_000) }])).Single(cell => cell is { Sheet: "Bulgular", Row: 2, Column: 7 }).Value;

        Assert.EndsWith("… (hücreye sığmadı, kısaltıldı)", text, StringComparison.Ordinal);
    }

    private static byte[] Write(Finding[] findings)
    {
        using var output = new MemoryStream();
        using var report = new CheckReportWorkbook(output);
        report.Voucher(new ReportVoucher { Id = "344541", Number = "00163", Date = new DateOnly(2025, 1, 5), Kind = VoucherKind.Mahsup, Debit = 100.00m, Credit = 99.99m, Lines = 2, EnteredBy = "H.A." }, findings);
        report.Voucher(ReportVoucher.Of(VoucherFacts.Of(new Voucher { Id = "boş", Date = DateField.Parse("31/01/2025") })), []);
        foreach (var finding in findings)
            report.Finding(finding, finding.VoucherId is { } id ? "https://erp/" + id : null);
        report.Complete(Heading, new CheckTotals { Received = 3, Processed = 3, Vouchers = 2, Lines = 4, Debit = 100m, Credit = 99.99m }, [new RuleCoverage("FIS001", RuleOutcome.Ran, 1), new RuleCoverage("KON002", RuleOutcome.NoData, 0)]);
        return output.ToArray();
    }
}
