using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Repairs;
using Xunit;

namespace EDefter.Tests.Businesses;

/// <summary>
/// Vouchers that are right and that many companies write, each for itself: leasing, valuation, withheld KDV, assets sold, reversals. No rule may find an error or a warning in
/// them, whatever it looks odd in. A voucher is told as <c>770.01 D 1000 | 320.01 C 1000</c>.
/// </summary>
public sealed class CommonVouchersTests
{
    public static TheoryData<string, string, string> Silent => new()
    {
        { "leasing instalment, its interest carried to the result", "invoice", "301.01 D 1000 | 191.20 D 200 | 780.01 D 150 | 302.01 C 150 | 320.01 C 1200" },
        { "leasing instalment", "invoice", "301.01 D 1000 | 191.01 D 10 | 320.01 C 1010" },
        { "leasing instalment at the bank", "invoice", "301.01 D 1000 | 191.20 D 200 | 102.01 C 1200" },
        { "an asset taken on lease", "Finansal Kiralama Sözleşmesi", "253.01 D 10000 | 302.01 D 2000 | 301.01 C 3000 | 401.01 C 9000" },
        { "all foreign money valued in one voucher", "", "102.02 D 100 | 120.02 D 50 | 320.02 D 30 | 646.01 C 180 | 656.01 D 70 | 320.03 C 70" },
        { "till and bank valued with a loan", "", "100.02 D 10 | 102.02 D 100 | 646.01 C 110 | 656.01 D 70 | 300.02 C 70" },
        { "a vehicle sold above its book value", "invoice", "102.01 D 1200 | 257.01 D 4500 | 254.01 C 5000 | 679.01 C 500 | 391.20 C 200" },
        { "a vehicle sold below its book value", "invoice", "120.01 D 1200 | 257.01 D 3500 | 689.01 D 500 | 254.01 C 5000 | 391.20 C 200" },
        { "fuel of a car, a part of it not deductible", "invoice", "770.01 D 700 | 689.01 D 360 | 191.20 D 140 | 320.01 C 1200" },
        { "a small expense paid in cash", "Perakende Satış Fişi", "770.01 D 100 | 191.20 D 20 | 100.01 C 120" },
        { "goods of a farmer", "Müstahsil Makbuzu", "153.01 D 1000 | 360.01 C 20 | 361.01 C 10 | 320.01 C 970" },
        { "a service of nobody's firm", "Gider Pusulası", "770.01 D 100 | 360.01 C 10 | 100.01 C 90" },
        { "a service from abroad, its KDV declared by the buyer", "invoice", "770.01 D 1000 | 191.20 D 200 | 360.02 C 200 | 320.02 C 1000" },
        { "the buyer's KDV in a voucher of its own", "Tahakkuk Fişi", "191.20 D 200 | 360.02 C 200" },
        { "withheld KDV on one line", "invoice", "770.01 D 1000 | 191.20 D 200 | 360.02 C 180 | 320.01 C 1020" },
        { "withheld KDV, the seller's side", "invoice", "120.01 D 1020 | 600.01 C 1000 | 391.20 C 20" },
        { "withheld KDV, the seller shows all of it", "invoice", "120.01 D 1020 | 136.01 D 180 | 600.01 C 1000 | 391.20 C 200" },
        { "a room with konaklama vergisi", "invoice", "120.01 D 1120 | 600.01 C 1000 | 391.10 C 100 | 360.03 C 20" },
        { "a telephone bill with its own tax", "invoice", "770.01 D 110 | 191.20 D 20 | 320.01 C 130" },
        { "a bill of a hotel with konaklama vergisi", "invoice", "770.01 D 1020 | 191.10 D 100 | 320.01 C 1120" },
        { "interest of a deposit, less its tax", "Dekont", "102.01 D 850 | 193.01 D 150 | 642.01 C 1000" },
        { "a loan taken", "Dekont", "102.01 D 100000 | 300.01 C 100000" },
        { "bank to bank", "Dekont", "102.02 D 1000 | 102.01 C 1000" },
        { "a cheque of the customer came back", "check", "120.01 D 500 | 101.01 C 500" },
        { "a note taken", "voucher", "121.01 D 500 | 120.01 C 500" },
        { "factoring", "Dekont", "102.01 D 950 | 780.01 D 50 | 121.01 C 1000" },
        { "an advance with its KDV", "invoice", "102.01 D 1200 | 340.01 C 1000 | 391.20 C 200" },
        { "an advance set off", "invoice", "120.01 D 2400 | 340.01 D 1000 | 600.01 C 3000 | 391.20 C 400" },
        { "an exchange difference invoiced", "invoice", "120.01 D 120 | 646.01 C 100 | 391.20 C 20" },
        { "interest for late payment invoiced", "invoice", "120.01 D 120 | 642.01 C 100 | 391.20 C 20" },
        { "goods given away", "invoice", "760.01 D 120 | 153.01 C 100 | 391.20 C 20" },
        { "goods lost, their KDV given back", "Zayi Tutanağı", "689.01 D 120 | 153.01 C 100 | 391.20 C 20" },
        { "progress of a long construction", "invoice", "120.01 D 1150 | 193.01 D 50 | 350.01 C 1000 | 391.20 C 200" },
        { "progress of a long construction, KDV withheld", "invoice", "120.01 D 1070 | 193.01 D 50 | 350.01 C 1000 | 391.20 C 120" },
        { "a purchase returned", "invoice", "320.01 D 1200 | 153.01 C 1000 | 191.20 C 200" },
        { "a sale returned", "invoice", "610.01 D 1000 | 191.20 D 200 | 120.01 C 1200" },
        { "a purchase booked the other way round to take it back", "invoice", "320.01 D 1200 | 770.01 C 1000 | 191.20 C 200" },
        { "an export", "invoice", "120.02 D 5000 | 601.01 C 5000" },
        { "an import", "invoice", "153.01 D 5000 | 320.02 C 5000" },
        { "customs paid", "Gümrük Beyannamesi", "153.01 D 500 | 191.20 D 1100 | 102.01 C 1600" },
        { "capital promised", "", "501.01 D 100000 | 500.01 C 100000" },
        { "capital paid", "Dekont", "102.01 D 25000 | 501.01 C 25000" },
        { "a dividend decided", "Ortaklar Kurulu Kararı", "570.01 D 1000 | 331.01 C 900 | 360.01 C 100" },
        { "an advance tax", "Tahakkuk Fişi", "193.01 D 1000 | 360.01 C 1000" },
        { "a deposit given", "Dekont", "126.01 D 100 | 102.01 C 100" },
        { "insurance bought", "Sigorta Poliçesi", "180.01 D 1200 | 329.01 C 1200" },
        { "discount of notes", "", "657.01 D 10 | 122.01 C 10" },
        { "severance set aside", "", "770.01 D 10 | 372.01 C 10" },
        { "premium support", "Tahakkuk Fişi", "361.01 D 100 | 602.01 C 100" },
        { "money between branches", "Dekont", "393.01 D 1000 | 102.01 C 1000" },
        { "bonus of turnover invoiced to the supplier", "invoice", "320.01 D 120 | 602.01 C 100 | 391.20 C 20" },
        { "cash short at the count", "Sayım Tutanağı", "197.01 D 10 | 100.01 C 10" },
        { "money of a guest changed", "Döviz Alım Belgesi", "100.02 D 3500 | 100.01 C 3500" },
        { "cards collected", "Dekont", "102.01 D 980 | 653.01 D 20 | 108.01 C 1000" },
        { "cost of sales", "", "621.01 D 1000 | 153.01 C 1000" },
        { "wages paid in cash", "Ücret Bordrosu İcmali", "335.01 D 5000 | 100.01 C 5000" },
        { "a tax fine", "İhbarname", "689.01 D 100 | 368.01 C 100" },
        { "money of the partner", "Dekont", "102.01 D 1000 | 331.01 C 1000" },
        { "dollars bought", "Dekont", "102.02 D 3500 | 102.01 C 3500" },
        { "goods found at the count", "Sayım Tutanağı", "153.01 D 100 | 397.01 C 100" },
        { "a car whose KDV may not be deducted", "invoice", "254.01 D 1200 | 320.01 C 1200" },
        { "KDV that becomes a cost later", "invoice", "770.01 D 200 | 191.20 C 200" },
        { "a building under way", "invoice", "258.01 D 1000 | 191.20 D 200 | 320.01 C 1200" },
        { "an advance given, its invoice", "invoice", "159.01 D 1000 | 191.20 D 200 | 102.01 C 1200" },
        { "an advance given, set off", "invoice", "153.01 D 3000 | 191.20 D 400 | 159.01 C 1000 | 320.01 C 2400" },
        { "an advance given without KDV, set off", "invoice", "153.01 D 3000 | 191.20 D 600 | 159.01 C 1000 | 320.01 C 2600" },
        { "revenue of later months", "invoice", "120.01 D 1200 | 380.01 C 1000 | 391.20 C 200" },
        { "expenses not invoiced yet", "", "770.01 D 1000 | 381.01 C 1000" },
        { "a bill passed on", "invoice", "136.01 D 1200 | 602.01 C 1000 | 391.20 C 200" },
        { "a bill of which a part is passed on to the personnel", "invoice", "770.01 D 800 | 135.01 D 240 | 191.20 D 160 | 320.01 C 1200" },
        { "goods of three rates", "invoice", "153.01 D 1000 | 153.02 D 500 | 153.03 D 200 | 191.01 D 10 | 191.10 D 50 | 191.20 D 40 | 320.01 C 1800" },
        { "a sale below cost of exempt goods beside taxed ones", "invoice", "120.01 D 1300 | 600.01 C 500 | 600.02 C 700 | 391.20 C 100" },
        { "bought with a discount on the invoice", "invoice", "153.01 D 1000 | 153.02 C 100 | 191.20 D 180 | 320.01 C 1080" },
        { "the set-off of KDV taken back", "", "191.20 D 200 | 190.01 D 100 | 391.20 C 300" },
        { "rent of a private landlord", "Kira Sözleşmesi", "770.01 D 1000 | 360.01 C 200 | 329.01 C 800" },
        { "results carried over", "", "600.01 D 1000 | 690.01 C 1000" },
        { "profit of the year before", "", "590.01 D 1000 | 570.01 C 1000" },
        { "a utility bill: the telephone, its radio fee free of KDV", "invoice", "770.01 D 714 | 191.20 D 128 | 320.01 C 842" },
        { "a utility bill: water, with the municipality's tax", "invoice", "770.01 D 150 | 191.10 D 10 | 320.01 C 160" },
        { "a utility bill at the bank", "invoice", "770.01 D 714 | 191.20 D 128 | 102.01 C 842" },
        { "depreciation", "", "770.01 D 100 | 257.01 C 100" },
        { "a claim become doubtful", "İcra Takip Belgesi", "128.01 D 1000 | 120.01 C 1000" },
        { "a provision for a doubtful claim", "", "654.01 D 1000 | 129.01 C 1000" },
        { "a doubtful claim collected after all", "Dekont", "102.01 D 500 | 128.01 C 500 | 129.01 D 500 | 644.01 C 500" },
        { "discount of debts", "", "322.01 D 10 | 647.01 C 10" },
        { "goods short at the count", "Sayım Tutanağı", "197.01 D 100 | 153.01 C 100" },
        { "cash found at the count", "Sayım Tutanağı", "100.01 D 10 | 397.01 C 10" },
        { "a shortage whose cause was not found", "", "689.01 D 10 | 197.01 C 10" },
        { "a loan's instalment with interest and its tax", "Dekont", "300.01 D 5000 | 780.01 D 500 | 780.02 D 25 | 102.01 C 5525" },
        { "KDV of an export asked back", "", "136.01 D 1000 | 190.01 C 1000" },
        { "KDV of an export paid back", "Dekont", "102.01 D 1000 | 136.01 C 1000" },
        { "a cheque passed on", "check", "320.01 D 500 | 101.01 C 500" },
        { "a cheque written", "check", "320.01 D 500 | 103.01 C 500" },
        { "a cheque paid by the bank", "Dekont", "103.01 D 500 | 102.01 C 500" },
        { "an advance of the personnel", "Dekont", "196.01 D 500 | 102.01 C 500" },
        { "money for the errand", "Tediye Makbuzu", "195.01 D 500 | 100.01 C 500" },
        { "the errand's form", "Masraf Formu", "770.01 D 300 | 191.20 D 60 | 195.01 C 360" },
        { "a payroll", "Ücret Bordrosu İcmali", "770.01 D 12000 | 335.01 C 8500 | 360.01 C 1200 | 361.01 C 2300" },
        { "a payroll with advances and a support", "Ücret Bordrosu İcmali", "770.01 D 12000 | 335.01 C 8000 | 196.01 C 500 | 360.01 C 1200 | 361.01 C 2300" },
        { "premiums paid", "Dekont", "361.01 D 2300 | 102.01 C 2300" },
        { "severance paid", "Ücret Bordrosu İcmali", "372.01 D 1000 | 360.01 C 8 | 335.01 C 992" },
        { "costs carried to the result", "", "632.01 D 1000 | 771.01 C 1000" },
        { "costs closed", "", "771.01 D 1000 | 770.01 C 1000" },
        { "service costs carried to the result", "", "622.01 D 1000 | 741.01 C 1000" },
        { "finance costs carried to the result", "", "660.01 D 500 | 781.01 C 500" },
        { "tax of the year set aside", "", "691.01 D 250 | 370.01 C 250" },
        { "result of the year", "", "690.01 D 1000 | 691.01 C 250 | 692.01 C 750" },
        { "profit of the year", "", "692.01 D 750 | 590.01 C 750" },
        { "prepaid taxes set off", "", "371.01 D 100 | 193.01 C 100" },
        { "tax of the year falls due", "Tahakkuk Fişi", "370.01 D 250 | 371.01 C 100 | 360.01 C 150" },
        { "a lawyer, income tax withheld", "Serbest Meslek Makbuzu", "770.01 D 1000 | 191.20 D 200 | 360.01 C 200 | 320.01 C 1000" },
        { "a lawyer, income tax and KDV withheld", "Serbest Meslek Makbuzu", "770.01 D 1000 | 191.20 D 200 | 360.01 C 200 | 360.02 C 180 | 320.01 C 820" },
        { "withheld KDV on a second line", "invoice", "770.01 D 1000 | 191.20 D 20 | 191.21 D 180 | 360.02 C 180 | 320.01 C 1020" },
        { "a debt in dollars paid at a higher rate", "Dekont", "320.02 D 5000 | 656.01 D 100 | 102.02 C 5100" },
        { "a month of an insurance", "", "770.01 D 100 | 180.01 C 100" },
        { "a long loan's next year", "", "400.01 D 1000 | 300.01 C 1000" },
        { "inflation accounting", "", "254.01 D 100 | 698.01 C 100" },
        { "profit put to the reserves", "Genel Kurul Kararı", "570.01 D 100 | 540.01 C 100" },
        { "a bill paid by the firm's card", "invoice", "770.01 D 100 | 191.20 D 20 | 309.01 C 120" },
    };

    [Theory]
    [MemberData(nameof(Silent))]
    public void No_rule_finds_fault(string what, string document, string lines)
    {
        Assert.Equal([], Said(VoucherOf(what, document, lines)).Select(static finding => $"{finding.Rule} {finding.Message}"));
    }

    [Theory]
    [InlineData("invoice", "770.01 D -1000 | 191.20 D -200 | 320.01 C -1200")]
    [InlineData("invoice", "120.01 D -1200 | 600.01 C -1000 | 391.20 C -200")]
    [InlineData("invoice", "120.01 D 1080 | 600.01 C 1000 | 600.02 C -100 | 391.20 C 180")]
    [InlineData("invoice", "770.01 D 1000 | 770.02 D -100 | 191.20 D 180 | 320.01 C 1080")]
    [InlineData("invoice", "301.01 D -1000 | 191.20 D -200 | 320.01 C -1200")]
    [InlineData("Dekont", "102.01 D -500 | 120.01 C -500")]
    [InlineData("Perakende Satış Fişi", "770.01 D -100 | 191.20 D -20 | 100.01 C -120")]
    [InlineData("Z Raporu İcmali", "100.01 D 1080 | 600.01 C 1000 | 600.02 C -100 | 391.20 C 180")]
    [InlineData("Z Raporu İcmali", "100.01 D -1200 | 600.01 C -1000 | 391.20 C -200")]
    [InlineData("", "102.02 D -100 | 120.02 D -50 | 646.01 C -150")]
    [InlineData("", "391.20 D -300 | 191.20 C -200 | 190.01 C -100")]
    [InlineData("", "770.01 D -100 | 257.01 C -100")]
    [InlineData("", "632.01 D -1000 | 771.01 C -1000")]
    [InlineData("", "691.01 D -250 | 370.01 C -250")]
    [InlineData("Ücret Bordrosu İcmali", "770.01 D -12000 | 335.01 C -8500 | 360.01 C -1200 | 361.01 C -2300")]
    [InlineData("Serbest Meslek Makbuzu", "770.01 D -1000 | 191.20 D -200 | 360.01 C -200 | 320.01 C -1000")]
    [InlineData("Dekont", "300.01 D -5000 | 780.01 D -500 | 780.02 D -25 | 102.01 C -5525")]
    [InlineData("Sayım Tutanağı", "197.01 D -100 | 153.01 C -100")]
    [InlineData("check", "320.01 D -500 | 103.01 C -500")]
    public void Of_what_is_taken_back_by_minus_only_the_minus_is_told(string document, string lines)
    {
        var voucher = VoucherOf("storno", document, lines);
        Assert.All(Said(voucher), static finding => Assert.Equal("SAT002", finding.Rule));
        var plan = RepairFixture.Plan(RepairFixture.Context, RepairBook.Standard, voucher);
        var mended = RepairApplier.Accept(plan, Acceptance.All).Value!.Mend(voucher).Value!;
        Assert.Equal([], Said(mended).Select(static finding => $"{finding.Rule} {finding.Message}"));
    }

    [Fact]
    public void Too_much_KDV_on_a_utility_bill_is_told() =>
        Assert.Equal(["KDV003"], Said(VoucherOf("utility", "invoice", "770.01 D 500 | 191.20 D 128 | 320.01 C 628")).Select(static finding => finding.Rule));

    [Fact]
    public void A_payroll_may_cite_the_slips_of_its_tax_and_premiums()
    {
        var payroll = VoucherOf("payroll", "Ücret Bordrosu İcmali", "770.01 D 12000 | 335.01 C 8500 | 360.01 C 1200 | 361.01 C 2300");
        var slips = payroll with { Lines = [.. payroll.Lines.Select(static line => line.Account is "360.01" or "361.01" ? line with { Document = DocumentOf("Tahakkuk Fişi")! with { Number = line.Account } } : line)] };
        Assert.Equal([], Said(slips).Select(static finding => finding.Rule));
        var bill = VoucherOf("payroll", "invoice", "770.02 D 100 | 320.01 C 100").Lines;
        Assert.Contains("FIS012", Said(slips with { Lines = [.. slips.Lines, .. bill] }).Select(static finding => finding.Rule));
    }

    private static IEnumerable<Finding> Said(Voucher voucher) =>
        RepairFixture.Check(RepairFixture.Context, voucher).Where(static finding => finding.Severity is not Severity.Info && finding.VoucherId is not null);

    private static Voucher VoucherOf(string what, string document, string lines) => new()
    {
        Id = "V1",
        Number = "163",
        Date = DateField.Parse("2025-01-15"),
        Kind = "mahsup",
        EnteredBy = "A. Yılmaz",
        Comment = CommentOf(what),
        Lines = [.. lines.Split(" | ").Select(line => LineOf(line.Split(' '), DocumentOf(document)))],
    };

    private static string CommentOf(string what)
    {
        if (what.Contains("customs", StringComparison.Ordinal))
            return "Gümrük vergileri";
        return what.Contains("utility", StringComparison.Ordinal) ? "Telefon ve atık su faturası" : "Kayıt";
    }

    private static SourceDocument? DocumentOf(string document) => document switch
    {
        "" => null,
        "invoice" => new SourceDocument { Type = document, Number = "ABC2025000000001", Date = DateField.Parse("2025-01-15") },
        "check" or "voucher" => new SourceDocument { Type = document, Number = "0012345", Date = DateField.Parse("2025-03-15") },
        _ => new SourceDocument { Type = "other", TypeDescription = document, Number = "B-17", Date = DateField.Parse("2025-01-15") },
    };

    private static VoucherLine LineOf(string[] parts, SourceDocument? document)
    {
        var (account, isDebit, amount) = (parts[0], parts[1] == "D", AmountField.Of(decimal.Parse(parts[2], CultureInfo.InvariantCulture)));
        return new VoucherLine
        {
            Account = account,
            AccountName = "HESAP " + account,
            MainAccountName = UniformChart.Find(account[..3])!.Name,
            Debit = isDebit ? amount : AmountField.Absent,
            Credit = isDebit ? AmountField.Absent : amount,
            Description = "Kayıt",
            Document = document,
            PaymentMethod = document is null ? null : PaymentOf(account[..3]),
        };
    }

    private static string? PaymentOf(string mainAccount) => mainAccount switch
    {
        "100" => "Nakit",
        "102" => "Banka",
        "101" or "103" => "Çek",
        "121" or "321" => "Senet",
        "108" or "309" => "Kredi Kartı",
        _ => null,
    };
}
