using EDefter.Core.Formats.Reports;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Repairs;
using Xunit;

namespace EDefter.Tests.Formats;

public sealed class RepairPlanWorkbookTests
{
    private static readonly RepairPlanHeading Heading = new("ÖRNEK OTELCİLİK A.Ş.", "0000 Merkez", "Ocak 2025", "Uygulandı", ["03.02.2025 10:15: 4 değişiklik önerildi (Ayşe Iğdır)"], new HashSet<int> { 1 });

    [Fact]
    public void Every_change_stands_in_its_row_in_the_words_of_people()
    {
        var cells = WorkbookReader.Cells(Write(Plan()));
        string[] Row(string sheet, int row) => [.. cells.Where(cell => cell.Sheet == sheet && cell.Row == row).Select(static cell => cell.Value)];

        Assert.Equal(["No", "Durum", "Kural", "Sınıf", "Fiş No", "Satır", "Alan", "İşlem", "Önce", "Sonra", "Seçenekler", "Gerekçe", "Bağlı olduğu değişiklik", "Fiş Kaynak No"], Row("Değişiklikler", 1));
        Assert.Contains(cells, static cell => cell is { Sheet: "Özet", Value: "ÖRNEK OTELCİLİK A.Ş." });
        Assert.Contains(cells, static cell => cell is { Sheet: "Özet", Value: "A: güvenli: 1 değişiklik, 1 fiş" });
        Assert.Equal(["1", "Uygulandı", "FIS010"], Row("Değişiklikler", 2)[..3]);
        Assert.Contains("Satırı ayır", Column(cells, 8));
        Assert.Contains("borç 1.010,00 TL, alacak 10,00 TL", Column(cells, 9));
        Assert.Contains("borç 1.010,00 TL\nalacak 10,00 TL", Column(cells, 10));
        Assert.Contains("1.000,004 TL", Column(cells, 9));
        Assert.Contains("onaylı\niptal (defter dışı)", Column(cells, 11));
        Assert.Equal("153.01", Row("Hesap etkisi", 2)[0]);
        Assert.Equal([5010.004m, 5010.00m, -0.004m, 10m, 10m, 0m], Row("Hesap etkisi", 2)[1..].Select(static text => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains(Enumerable.Range(2, 4), row => Row("Kalanlar", row) is ["FIS016", "HATA", "1", "Elle düzeltilir", ..]);
        Assert.DoesNotContain(cells, static cell => cell.Value.Contains("splitLine", StringComparison.Ordinal) || cell.Value.Contains("document.", StringComparison.Ordinal) || cell.Value.Contains("{\"", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_plan_foretells_says_whether_it_hangs_on_a_choice()
    {
        var plan = Plan() with { Foretold = [new ForetoldFinding("MET007", "2", "Fiş açıklaması boş: 162-2."), new ForetoldFinding("MET007", "3", "Fiş açıklaması boş: 163-2.") { Choice = 3 }] };
        var cells = WorkbookReader.Cells(Write(plan));
        Assert.Equal(["Bakımdan sonra çıkar", "3 no’lu seçimle çıkar"], cells.Where(static cell => cell is { Sheet: "Kalanlar", Column: 4 } && cell.Value.EndsWith("çıkar", StringComparison.Ordinal)).Select(static cell => cell.Value));
        WorkbookJudges.AssertValid(Write(plan));
    }

    [Fact]
    public void The_validator_says_nothing() => WorkbookJudges.AssertValid(Write(Plan()));

    [Fact]
    public void The_same_plan_gives_the_same_bytes() => Assert.Equal(Write(Plan()), Write(Plan()));

    [Theory]
    [InlineData("accounts[120.01].name", "Hesap planı, 120.01")]
    [InlineData("accounts[120.01].activeTo", "Hesap planı, 120.01 kapanış günü")]
    public void A_place_in_the_chart_is_told_by_its_account(string field, string name) => Assert.Equal(name, FieldNames.Of(field));

    private static List<string> Column(List<(string Sheet, int Row, int Column, string Kind, string Value)> cells, int column) =>
        [.. cells.Where(cell => cell.Sheet == "Değişiklikler" && cell.Column == column).Select(static cell => cell.Value)];

    private static RepairPlan Plan()
    {
        var purchase = RepairFixture.Purchase();
        return RepairFixture.Plan(
            purchase with { Id = "1", Number = "161", EnteredBy = null, EnteredByUser = "h.aydin" },
            purchase.WithLine(1, static line => line with { Debit = AmountField.Of(1010m), Credit = AmountField.Of(10m) }) with { Id = "2", Number = "162" },
            purchase with { Id = "3", Number = "163", State = "planned" },
            purchase.WithLine(1, static line => line with { Debit = AmountField.Parse("1000.004") }).WithLine(3, static line => line with { Credit = AmountField.Parse("1200.004") }) with { Id = "4", Number = "164" },
            purchase with { Id = "5", Number = null });
    }

    private static byte[] Write(RepairPlan plan)
    {
        using var output = new MemoryStream();
        RepairPlanWorkbook.Write(output, plan, Heading);
        return output.ToArray();
    }
}
