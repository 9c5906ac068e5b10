using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Tests.Businesses;

/// <summary>
/// A furniture maker with an own fiscal year from July to June: raw material through production into finished goods and their cost, subcontracting,
/// electricity, machines on credit in euro, sales at home and abroad, sales for export without collected KDV, scrap, exchange differences.
/// </summary>
public sealed class ManufacturingBusiness(int year) : IBusiness
{
    private static readonly string[] Customers = ["120.1001", "120.1002", "120.1003"];

    private static readonly (string Account, long Kurus)[] Opening =
    [
        ("100.01", 15_000_00), ("102.01", 9_000_000_00), ("102.02", 2_000_000_00), ("120.1001", 900_000_00), ("120.1002", 700_000_00), ("120.1003", 800_000_00), ("150.01", 1_800_000_00), ("150.02", 600_000_00),
        ("151.01", 400_000_00), ("152.01", 1_500_000_00), ("159.01", 120_000_00), ("190.01", 260_000_00), ("253.01", 12_000_000_00), ("257.01", -3_500_000_00), ("260.01", 90_000_00), ("268.01", -20_000_00), ("303.01", -1_400_000_00), ("320.2001", -1_100_000_00), ("320.2002", -300_000_00),
        ("335.01", -520_000_00), ("340.01", -200_000_00), ("360.01", -90_000_00), ("361.01", -230_000_00), ("400.01", -4_000_000_00), ("500.01", -12_000_000_00), ("540.01", -300_000_00),
    ];

    public Company Company { get; } = new()
    {
        Id = "ahsap-mobilya",
        TaxId = "0010213576",
        Title = "GÜNEŞ AHŞAP MOBİLYA SANAYİ A.Ş.",
        TaxpayerKind = "company",
        Address = new Address { BuildingNumber = "7", Street = "Sanayi Caddesi", City = "İnegöl", PostalCode = "16400", Country = "Türkiye" },
        Phone = "2240000000",
        Fax = "2240000001",
        Email = "muhasebe@gunes-ahsap.example",
        Website = "https://gunes-ahsap.example",
        NaceCode = "310902",
        FiscalYear = new FiscalYear { Start = new DateOnly(year, 7, 1), End = new DateOnly(year + 1, 6, 30) },
        FiscalYears = [new FiscalYear { Start = new DateOnly(year, 7, 1), End = new DateOnly(year + 1, 6, 30) }],
        ApprovedVoucherRegime = true,
        Accountants = [new Accountant { Name = "Şebnem Oğuz", Title = "Muhasebe Müdürü", Engagement = "-", InHouse = true }],
        PaymentMap = new Dictionary<string, string>(StringComparer.Ordinal) { ["102"] = "Banka" },
    };

    public BusinessChart Chart { get; } = new(
        [
            ("100.01", "Fabrika Kasası"), ("102.01", "TL Vadesiz"), ("102.02", "Euro Vadesiz"), ("150.01", "Kereste ve Levha"), ("150.02", "Aksesuar ve Boya"), ("151.01", "Üretimdeki Mobilya"), ("152.01", "Mamul Mobilya"), ("159.01", "Sipariş Avansları"), ("190.01", "Devreden KDV"),
            ("191.10", "İndirilecek KDV Orta Oran"), ("191.20", "İndirilecek KDV Genel Oran"), ("192.01", "Tecil Edilen KDV"), ("253.01", "Makineler"), ("257.01", "Birikmiş Amortismanlar"), ("260.01", "Yazılım Hakları"), ("268.01", "Birikmiş İtfa Payları"),
            ("303.01", "Kredi Anapara Taksitleri"), ("335.01", "Personele Borçlar"), ("340.01", "Bayi Avansları"), ("360.01", "Gelir Vergisi Stopajı"), ("360.05", "Ödenecek KDV"), ("360.06", "Sorumlu Sıfatıyla KDV"), ("361.01", "SGK Primleri"), ("391.10", "Hesaplanan KDV Orta Oran"), ("391.20", "Hesaplanan KDV Genel Oran"), ("392.01", "Tecil Edilecek KDV"),
            ("400.01", "Yatırım Kredisi"), ("500.01", "Sermaye"), ("540.01", "Yasal Yedekler"), ("570.01", "Geçmiş Yıl Kârları"), ("590.01", "Dönem Net Kârı"), ("591.01", "Dönem Net Zararı"), ("600.01", "Yurt İçi Satışlar"), ("600.02", "İhraç Kayıtlı Satışlar"), ("601.01", "Yurt Dışı Satışlar"), ("602.01", "Hurda Satışları"), ("620.01", "Satılan Mamul Maliyeti"),
            ("631.01", "Pazarlama Giderleri"), ("632.01", "Genel Yönetim Giderleri"), ("646.01", "Kambiyo Kârları"), ("656.01", "Kambiyo Zararları"), ("660.01", "Finansman Giderleri"), ("690.01", "Dönem Kârı veya Zararı"), ("692.01", "Dönem Net Kârı veya Zararı"),
            ("710.01", "Direkt Malzeme"), ("711.01", "Direkt Malzeme Yansıtma"), ("720.01", "Direkt İşçilik"), ("721.01", "Direkt İşçilik Yansıtma"), ("730.01", "Elektrik"), ("730.02", "Fason İşçilik"), ("730.03", "Amortisman"), ("731.01", "Genel Üretim Yansıtma"),
            ("760.01", "Nakliye ve Montaj"), ("761.01", "Pazarlama Yansıtma"), ("770.01", "Yönetim Ücretleri"), ("770.02", "Yemek ve Servis"), ("771.01", "Genel Yönetim Yansıtma"), ("780.01", "Kredi Faizleri ve Masraflar"), ("781.01", "Finansman Yansıtma"),
        ],
        [
            ("120.1001", "Boğaziçi Mobilya Mağazaları A.Ş.", BusinessChart.TaxId("231987645")), ("120.1002", "Çukurova Ev Tekstil Ltd. Şti.", BusinessChart.TaxId("087612354")), ("120.1003", "İhracat Aracılık A.Ş.", BusinessChart.TaxId("645123098")), ("120.2001", "Möbelhaus Weiß GmbH", null), ("120.3001", "Hurdacı Şükrü Işık", BusinessChart.TaxId("456123789", person: true)),
            ("320.2001", "Bolu Orman Ürünleri A.Ş.", BusinessChart.TaxId("120943857")), ("320.2002", "Fason Döşeme Ltd. Şti.", BusinessChart.TaxId("003498761")), ("320.2003", "Uludağ Elektrik A.Ş.", BusinessChart.TaxId("892341076")), ("320.2004", "Öz Nakliyat Ltd. Şti.", BusinessChart.TaxId("734561209")),
        ]);

    public IEnumerable<Voucher> Day(BusinessBook book) => BusinessDay.Of(book, Opening, Workday, DaysOfMonth, Production);

    private static IEnumerable<SampleDraft> Workday(BusinessBook book)
    {
        if (book.Random.Chance(60))
            yield return Timber(book);
        yield return Sale(book);
        yield return Collect(book);
        if (book.Random.Chance(50))
            yield return Pay(book);
        if (book.Random.Chance(30))
            yield return Freight(book);
        if (book.Random.Chance(15))
            yield return Subcontract(book);
        if (book.Random.Chance(20))
            yield return PettyCash(book);
    }

    private static SampleDraft Timber(BusinessBook book)
    {
        var draft = BusinessBook.Draft("purchase-invoice", "Hammadde alışı", book.Invoice("BOU", book.Random.Below(8)));
        var total = draft.Buy("150.01", book.Random.Kurus(20_000, 90_000), book.FullRate, "Levha");
        if (book.Random.Chance(50))
            total += draft.Buy("150.02", book.Random.Kurus(2_000, 15_000), book.FullRate, "Boya ve aksesuar");
        return draft.Credit("320.2001", total, "Alış faturası");
    }

    // Furniture went from the general rate to a middle one and back in some years; both are valid rates of the day.
    private static SampleDraft Sale(BusinessBook book)
    {
        var customer = Customers[book.Random.Below(2)];
        var draft = BusinessBook.Draft("sales-invoice", "Mobilya satışı", book.Invoice("GNS"));
        var total = draft.Sell("600.01", book.Random.Kurus(60_000, 150_000), book.Random.Chance(70) ? book.MiddleRate : book.FullRate, "Mobilya");
        var advance = Math.Min(total / 4, -book.Balance("340.01"));
        return draft.Debit("340.01", advance > 0 ? advance : 0, "Avans mahsubu").Debit(customer, total - Math.Max(0, advance), "Satış faturası");
    }

    private static SampleDraft Collect(BusinessBook book)
    {
        var customer = Customers.MaxBy(book.Balance)!;
        var amount = Math.Max(100, book.Balance(customer) * book.Random.Between(30, 70) / 100);
        return BusinessBook.Draft("banka", "Bayi tahsilatı", book.Dekont()).Debit("102.01", amount, "Gelen EFT").Credit(customer, amount, "Tahsilat");
    }

    private static SampleDraft Pay(BusinessBook book)
    {
        var supplier = book.Chart.CardsOf("320").MinBy(book.Balance)!;
        var amount = Math.Max(100, -book.Balance(supplier) * book.Random.Between(20, 60) / 100);
        return BusinessBook.Draft("banka", "Satıcı ödemesi", book.Dekont()).Debit(supplier, amount, "Ödeme").Credit("102.01", amount, "Giden EFT");
    }

    private static SampleDraft Freight(BusinessBook book)
    {
        var draft = BusinessBook.Draft("purchase-invoice", "Nakliye", book.Invoice("OZN", book.Random.Below(3)));
        return draft.Credit("320.2004", draft.Buy("760.01", book.Random.Kurus(2_000, 9_000), book.FullRate, "Nakliye ve montaj"), "Nakliye faturası");
    }

    // Seven tenths of the KDV withheld; the withheld part is deducted on a line of its own.
    private static SampleDraft Subcontract(BusinessBook book)
    {
        var amount = book.Random.Kurus(8_000, 30_000);
        var vat = SampleBook.Percent(amount, book.FullRate);
        var withheld = vat * 7 / 10;
        return BusinessBook.Draft("purchase-invoice", "Fason döşeme (7/10 tevkifatlı)", book.Invoice("FSD")).Debit("730.02", amount, "Fason").Debit("191.20", vat, "KDV").Credit("360.06", withheld, "Tevkif edilen KDV").Credit("320.2002", amount + vat - withheld, "Hizmet faturası");
    }

    private static SampleDraft PettyCash(BusinessBook book)
    {
        if (book.Balance("100.01") < 3_000_00)
            return BusinessBook.Draft("banka", "Kasaya para çekildi", book.Dekont()).Debit("100.01", 5_000_00, "Kasaya giren").Credit("102.01", 5_000_00, "Bankadan çekilen");
        var receipt = book.Other("Perakende Satış Fişi", string.Create(CultureInfo.InvariantCulture, $"{book.NextOf("retail"):D4}"));
        var draft = BusinessBook.Draft("cash-expense", "Küçük gider", receipt);
        return draft.Credit("100.01", draft.Buy("770.02", book.Random.Kurus(80, 600), book.MiddleRate, "Çay ve yemek"), "Nakit");
    }

    private static IEnumerable<SampleDraft> DaysOfMonth(BusinessBook book)
    {
        switch (book.Today.Day)
        {
            case 4:
                yield return Settle(book, "Ücretler ödendi", "335.01");
                break;
            case 7:
                yield return ExportRegistered(book);
                break;
            case 10:
                yield return Export(book);
                break;
            case 13:
                yield return Machine(book);
                yield return Scrap(book);
                break;
            case 17:
                yield return Electricity(book);
                yield return Advance(book);
                break;
            case 21:
                yield return Instalment(book);
                yield return ReceiveEuro(book);
                break;
            case 25:
                yield return Settle(book, "Vergi ve SGK ödendi", "360.01", "360.05", "360.06", "361.01");
                break;
        }
    }

    private static SampleDraft Settle(BusinessBook book, string comment, params string[] accounts)
    {
        var draft = BusinessBook.Draft("banka", comment, book.Dekont());
        foreach (var account in accounts.Where(account => book.Balance(account) < 0))
            draft.Debit(account, -book.Balance(account), comment);
        return draft.Credit("102.01", draft.Lines.Sum(line => line.DebitKurus), comment);
    }

    // KDV is computed, not collected, and put off until the export: 192 against 391 within one voucher.
    private static SampleDraft ExportRegistered(BusinessBook book)
    {
        var amount = book.Random.Kurus(40_000, 80_000);
        var vat = SampleBook.Percent(amount, book.MiddleRate);
        return BusinessBook.Draft("sales-invoice", "İhraç kayıtlı satış", book.Invoice("GNS"))
            .Debit("120.1003", amount, "Satış faturası").Debit("192.01", vat, "Tecil edilen KDV").Credit("600.02", amount, "İhraç kayıtlı satış").Credit("391.10", vat, "Hesaplanan KDV");
    }

    private static SampleDraft Export(BusinessBook book)
    {
        var original = Euros(book, book.Random.Between(3_000, 9_000));
        return BusinessBook.Draft("sales-invoice", "İhracat", book.Invoice("GNS")).Debit("120.2001", Kurus(original), "İhracat faturası", original).Credit("601.01", Kurus(original), "İhracat", original);
    }

    private static SampleDraft Machine(BusinessBook book)
    {
        var draft = BusinessBook.Draft("purchase-invoice", "Makine alımı", book.Invoice("MKN"));
        return draft.Credit("320.2001", draft.Buy("253.01", book.Random.Kurus(10_000, 40_000), book.FullRate, "Makine"), "Makine faturası");
    }

    private static SampleDraft Scrap(BusinessBook book)
    {
        var amount = book.Random.Kurus(1_000, 4_000);
        var vat = SampleBook.Percent(amount, book.FullRate);
        var withheld = vat * 7 / 10;
        return BusinessBook.Draft("sales-invoice", "Hurda satışı (tevkifatlı)", book.Invoice("GNS")).Debit("120.3001", amount + vat - withheld, "Satış faturası").Credit("602.01", amount, "Hurda").Credit("391.20", vat - withheld, "Hesaplanan KDV");
    }

    private static SampleDraft Electricity(BusinessBook book)
    {
        var draft = BusinessBook.Draft("purchase-invoice", "Elektrik faturası", book.Invoice("ULE", 4));
        return draft.Credit("320.2003", draft.Buy("730.01", book.Random.Kurus(30_000, 60_000), book.FullRate, "Elektrik"), "Elektrik faturası");
    }

    private static SampleDraft Advance(BusinessBook book)
    {
        var amount = book.Random.Kurus(40_000, 90_000);
        return BusinessBook.Draft("banka", "Bayi avansı", book.Dekont()).Debit("102.01", amount, "Gelen EFT").Credit("340.01", amount, "Alınan avans");
    }

    private static SampleDraft Instalment(BusinessBook book)
    {
        var interest = book.Random.Kurus(30_000, 60_000);
        return BusinessBook.Draft("banka", "Yatırım kredisi taksidi", book.Dekont()).Debit("303.01", 100_000_00, "Anapara").Debit("780.01", interest, "Faiz").Credit("102.01", 100_000_00 + interest, "Taksit");
    }

    // The rate moved between invoice and payment: what is left over is an exchange gain.
    private static SampleDraft ReceiveEuro(BusinessBook book)
    {
        var units = Math.Max(1, book.Balance("120.2001") * 6 / 10 / RateKurus(book));
        var original = Euros(book, units);
        var gain = Kurus(original) / 100;
        return BusinessBook.Draft("banka", "İhracat bedeli geldi", book.Dekont()).Debit("102.02", Kurus(original), "Gelen euro", original).Credit("120.2001", Kurus(original) - gain, "İhracat bedeli").Credit("646.01", gain, "Kur farkı");
    }

    private static IEnumerable<SampleDraft> Production(BusinessBook book)
    {
        const long gross = 600_000_00;
        var payroll = book.Other("Ücret Bordrosu İcmali", string.Create(CultureInfo.InvariantCulture, $"B{book.Today:yyyyMM}"));
        yield return BusinessBook.Draft("bordro", "Ücret tahakkuku", payroll)
            .Debit("720.01", gross, "Üretim ücretleri").Debit("770.01", 200_000_00, "Yönetim ücretleri").Credit("335.01", 520_000_00, "Net ücret").Credit("360.01", 70_000_00, "Stopaj ve damga vergisi").Credit("361.01", 210_000_00, "SGK primleri");
        yield return BusinessBook.Draft("amortisman", "Aylık amortisman").Debit("730.03", 100_000_00, "Amortisman").Credit("257.01", 100_000_00, "Amortisman");
        yield return BusinessBook.Draft("amortisman", "İtfa payı").Debit("770.02", 1_500_00, "İtfa").Credit("268.01", 1_500_00, "İtfa");
        foreach (var stock in (string[])["150.01", "150.02"])
        {
            var used = book.Balance(stock) * 6 / 10;
            yield return BusinessBook.Draft("stock", "Malzeme sarfı").Debit("710.01", used, "Sarf").Credit(stock, used, "Sarf");
        }

        foreach (var (costs, mirror) in ((string, string)[])[("710", "711.01"), ("720", "721.01"), ("730", "731.01")])
        {
            var total = book.BalanceOf(costs) + book.Balance(mirror);
            yield return BusinessBook.Draft("maliyet yansıtma", "Üretim maliyeti yansıtma").Debit("151.01", total, "Üretim").Credit(mirror, total, "Yansıtma");
        }

        var made = book.Balance("151.01") * 8 / 10;
        yield return BusinessBook.Draft("stock", "Tamamlanan mamul").Debit("152.01", made, "Mamul girişi").Credit("151.01", made, "Üretimden çıkış");
        var sold = book.Balance("152.01") * 5 / 10;
        yield return BusinessBook.Draft("stock", "Satılan mamul maliyeti").Debit("620.01", sold, "Maliyet").Credit("152.01", sold, "Stok çıkışı");
        // A rate that fell: the euro account is worth less.
        var loss = Math.Max(1, book.Balance("102.02") / 400);
        yield return BusinessBook.Draft("accrual", "Kur değerlemesi").Debit("656.01", loss, "Kur farkı").Credit("102.02", loss, "Kur farkı");
    }

    private static long RateKurus(BusinessBook book) => 2_500 + ((book.Today.DayNumber - book.Year.Start.DayNumber) * 3L);

    private static OriginalAmount Euros(BusinessBook book, long units) => new()
    {
        Currency = "EUR",
        Amount = AmountField.Of(SampleBook.Lira(units * 100)),
        Rate = AmountField.Of(SampleBook.Lira(RateKurus(book))),
        RateDate = DateField.Of(book.Today),
    };

    private static long Kurus(OriginalAmount original) => (long)(original.Amount.OrZero * original.Rate.OrZero * 100);
}
