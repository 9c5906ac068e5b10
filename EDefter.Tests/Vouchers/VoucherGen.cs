using System.Globalization;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Vouchers;

/// <summary>
/// Valid vouchers of a hotel's month: balanced, with the documents their kind needs, VAT, foreign currency and every Turkish letter. Clean by every
/// rule, so that a law over generated vouchers is really exercised.
/// </summary>
public static class VoucherGen
{
    private static readonly string[] Words = ["Çınar", "Işık", "İğne", "Şölen", "Göçmen", "Ağaç", "Üzüm", "Öğle", "ığdır", "otel", "oda 104", "KDV'li", "<&>", "a=b", "0001"];

    /// <summary>A company whose profile has no fault, with the fiscal year of the day.</summary>
    public static Company CompanyOf(int year) => new()
    {
        Id = "ornek-otel",
        TaxId = "4540536920",
        Title = "ÖRNEK OTELCİLİK A.Ş.",
        Address = new Address { BuildingNumber = "1", Street = "Çınar Sokağı", City = "Muğla", PostalCode = "48000", Country = "Türkiye" },
        Phone = "2525550000",
        Email = "muhasebe@ornekotel.example",
        Website = "https://ornekotel.example",
        NaceCode = "551003",
        FiscalYear = YearOf(year),
        FiscalYears = [YearOf(year)],
        Branches = [new Branch { Code = Branch.HeadOffice, Name = "Merkez" }],
        Accountants = [new Accountant { Name = "Işıl Öğüt", Title = "SMMM", Engagement = "SMMM sözleşmesi, 2025-01-02, M10120" }],
    };

    /// <summary>One to four words with the letters that get lost elsewhere.</summary>
    public static Gen<string> Text { get; } = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 4].Select(words => string.Join(' ', words));

    /// <summary>0.01 to 9 999 999.99 lira.</summary>
    public static Gen<decimal> Amount { get; } = Gen.Int[1, 999_999_999].Select(kurus => kurus / 100m);

    /// <summary>A voucher of the month with the given id and number. Opening and closing vouchers are not among them: a month has at most one.</summary>
    public static Gen<Voucher> Of(Period month, string id, string number) =>
        Gen.Select(Gen.Int[1, month.LastDay.Day], Gen.Int[0, 6], Text, Amount, Gen.Int[1, 4])
            .Select((day, shape, text, amount, parts) => Make(month, id, number, new DateOnly(month.Year, month.Month, day), shape, text, amount, parts));

    /// <summary>Up to so many vouchers of the month with ids "1", "2" … and equal numbers, in the order of days.</summary>
    public static Gen<Voucher[]> Month(Period month, int vouchersMax) =>
        Gen.Int[0, vouchersMax].SelectMany(count => Gen.Select(
            Gen.Int[1, month.LastDay.Day].Array[count],
            Gen.Int[0, 6].Array[count],
            Text.Array[count],
            Gen.Select(Amount, Gen.Int[1, 4]).Array[count],
            (days, shapes, texts, amounts) => Enumerable.Range(0, count)
                .Select(i => Make(month, Name(i + 1), Name(i + 1), new DateOnly(month.Year, month.Month, days[i]), shapes[i], texts[i], amounts[i].Item1, amounts[i].Item2))
                .OrderBy(voucher => voucher.Date.Value)
                .ToArray()));

    private static Voucher Make(Period month, string id, string number, DateOnly date, int shape, string text, decimal amount, int parts)
    {
        var voucher = new Voucher
        {
            Id = id,
            Number = number,
            Date = DateField.Of(date),
            EnteredBy = "A. Yılmaz",
            Comment = text,
        };
        var documentDate = DateField.Of(date == month.FirstDay ? date : date.AddDays(-1));
        return shape switch
        {
            0 => Sale(voucher, documentDate, text, amount, parts),
            1 => Purchase(voucher, documentDate, text, amount),
            2 => voucher with { Kind = "tahsil", Module = "bank", Document = Bank(number, documentDate), Lines = [Line(voucher, "102.01", "BANKA", "BANKALAR", amount, 0, "Banka"), Line(voucher, "120.01", text, "ALICILAR", 0, amount)] },
            3 => voucher with { Kind = "tediye", Document = Receipt(number, documentDate), Lines = [Line(voucher, "320.01", text, "SATICILAR", InCash(amount), 0), Line(voucher, "100.01", "MERKEZ KASA", "KASA", 0, InCash(amount), "Nakit")] },
            4 => Foreign(voucher, documentDate, text, amount),
            5 => voucher with { Kind = "mahsup", Module = "amortisman", State = "checked", Lines = [Line(voucher, "770.05", "AMORTİSMAN GİDERLERİ", "GENEL YÖNETİM GİDERLERİ", amount, 0), Line(voucher, "257", null, "BİRİKMİŞ AMORTİSMANLAR (-)", 0, amount)] },
            _ => Payroll(voucher, documentDate, amount),
        };
    }

    // Base, VAT of each rate and the customer, whose line closes the sum whatever the VAT was rounded to.
    private static Voucher Sale(Voucher voucher, DateField documentDate, string text, decimal amount, int parts)
    {
        var document = new SourceDocument { Type = "invoice", Number = "ABC2025" + voucher.Number!.PadLeft(9, '0'), Date = documentDate };
        var lines = new List<VoucherLine>();
        var sum = 0m;
        for (var i = 0; i < parts; i++)
        {
            var rate = new[] { 1m, 10m, 20m, 0m }[i];
            var vat = decimal.Round(amount * rate / 100, 2, MidpointRounding.AwayFromZero);
            lines.Add(Line(voucher, "600.0" + Name(i + 1), text, "YURTİÇİ SATIŞLAR", 0, amount) with { Document = document, VatRate = AmountField.Of(rate) });
            if (vat > 0)
                lines.Add(Line(voucher, "391.0" + Name(i + 1), "HESAPLANAN KDV", "HESAPLANAN KDV", 0, vat) with { Document = document });
            sum += amount + vat;
        }

        lines.Insert(0, Line(voucher, "120.01", text, "ALICILAR", sum, 0) with { Document = document, Partner = new Partner { TaxId = "0010213576", Name = text } });
        return voucher with { Kind = "mahsup", State = "approved", Module = "sales-invoice", Lines = lines };
    }

    private static Voucher Purchase(Voucher voucher, DateField documentDate, string text, decimal amount)
    {
        var vat = decimal.Round(amount * 0.2m, 2, MidpointRounding.AwayFromZero);
        var lines = new List<VoucherLine> { Line(voucher, "153.01", text, "TİCARİ MALLAR", amount, 0), Line(voucher, "320.01", text, "SATICILAR", 0, amount + vat) };
        if (vat > 0)
            lines.Add(Line(voucher, "191.01", "İNDİRİLECEK KDV", "İNDİRİLECEK KDV", vat, 0));
        return voucher with { Kind = "mahsup", Module = "purchase-invoice", Document = new SourceDocument { Type = "invoice", Number = "XYZ2025" + voucher.Number!.PadLeft(9, '0'), Date = documentDate }, Lines = lines };
    }

    private static Voucher Foreign(Voucher voucher, DateField documentDate, string text, decimal amount)
    {
        var original = new OriginalAmount { Currency = "EUR", Amount = AmountField.Of(amount), Rate = AmountField.Of(36.5412m), RateDate = documentDate };
        var lira = decimal.Round(amount * 36.5412m, 2, MidpointRounding.AwayFromZero);
        return voucher with
        {
            Kind = "mahsup",
            Module = "bank",
            Document = Bank(voucher.Number!, documentDate),
            Lines = [Line(voucher, "102.02", "DÖVİZ HESABI", "BANKALAR", lira, 0, "Banka") with { Original = original }, Line(voucher, "120.02", text, "ALICILAR", 0, lira) with { Original = original }],
        };
    }

    private static Voucher Payroll(Voucher voucher, DateField documentDate, decimal amount) => voucher with
    {
        Kind = "mahsup",
        Module = "payroll",
        Document = new SourceDocument { Type = "other", TypeDescription = "Ücret Bordrosu İcmali", Number = voucher.Number, Date = documentDate },
        Lines = [Line(voucher, "720.01", "İŞÇİ ÜCRETLERİ", "DİREKT İŞÇİLİK GİDERLERİ", amount, 0), Line(voucher, "335.01", "PERSONEL", "PERSONELE BORÇLAR", 0, amount)],
    };

    // Nothing above the tevsik limit is paid in cash (BEL019).
    private static decimal InCash(decimal amount) => decimal.Remainder(amount, 6_999m) + 0.01m;

    private static SourceDocument Bank(string number, DateField date) => new() { Type = "other", TypeDescription = "Dekont", Number = number, Date = date };

    private static SourceDocument Receipt(string number, DateField date) => new() { Type = "receipt", Number = number, Date = date };

    private static VoucherLine Line(Voucher voucher, string account, string? name, string mainName, decimal debit, decimal credit, string? payment = null) => new()
    {
        Account = account,
        AccountName = name,
        MainAccountName = mainName,
        Debit = debit == 0 ? AmountField.Absent : AmountField.Of(debit),
        Credit = credit == 0 ? AmountField.Absent : AmountField.Of(credit),
        Description = voucher.Comment,
        PostingDate = voucher.Date,
        PaymentMethod = payment,
    };

    private static FiscalYear YearOf(int year) => new() { Start = new DateOnly(year, 1, 1), End = new DateOnly(year, 12, 31) };

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);
}
