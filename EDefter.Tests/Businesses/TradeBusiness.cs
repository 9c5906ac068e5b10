using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Tests.Businesses;

/// <summary>
/// A wholesaler with a shop, kept by a person (TCKN): purchases and sales with returns, withheld KDV, imports in dollar, rent with stopaj, cards,
/// cheques and notes, advances of staff, customs, doubtful debts. What it does is ordinary and right, and often looks odd.
/// </summary>
public sealed class TradeBusiness(int year) : IBusiness
{
    private const long FloatKurus = 12_000_00;

    private static readonly string[] Customers = ["120.01.001", "120.01.002", "120.01.003", "120.01.004", "120.01.005"];

    private static readonly string[] Suppliers = ["320.01.001", "320.01.002", "320.01.003"];

    private static readonly (string Account, long Kurus)[] Opening =
    [
        ("100.01", 20_000_00), ("101.01", 150_000_00), ("102.01", 4_000_000_00), ("102.02", 900_000_00), ("108.01", 75_000_00),
        ("120.01.001", 400_000_00), ("120.01.002", 300_000_00), ("120.01.003", 250_000_00), ("120.01.004", 350_000_00), ("120.01.005", 200_000_00), ("121.01", 90_000_00),
        ("126.01", 24_000_00), ("153.01", 2_500_000_00), ("153.02", 1_200_000_00), ("180.01", 36_000_00), ("190.01", 45_000_00), ("254.01", 1_800_000_00), ("255.01", 300_000_00),
        ("257.01", -500_000_00), ("300.01", -600_000_00), ("320.01.001", -500_000_00), ("320.01.002", -450_000_00), ("320.01.003", -380_000_00), ("320.03.001", -200_000_00), ("321.01", -80_000_00),
        ("335.01", -180_000_00), ("360.01", -30_000_00), ("361.01", -70_000_00), ("500.01", -5_000_000_00),
    ];

    public Company Company { get; } = new()
    {
        Id = "ekin-ticaret",
        TaxId = "10000000146",
        PersonName = "Ekin Yıldırım",
        TaxpayerKind = "individual",
        Address = new Address { BuildingNumber = "12/A", Street = "Çarşı Sokak", City = "Iğdır", PostalCode = "76000", Country = "Türkiye" },
        Phone = "4760000000",
        Email = "bilgi@ekin-ticaret.example",
        Website = "https://ekin-ticaret.example",
        NaceCode = "463902",
        FiscalYear = new FiscalYear { Start = new DateOnly(year, 1, 1), End = new DateOnly(year, 12, 31) },
        FiscalYears = [new FiscalYear { Start = new DateOnly(year, 1, 1), End = new DateOnly(year, 12, 31) }],
        Accountants = [new Accountant { Name = "Ümit Çelik", Title = "SMMM", Engagement = "SMMM sözleşmesi, 2020-01-02, 2020/17", ContractDate = new DateOnly(2020, 1, 2), ContractNumber = "2020/17" }],
    };

    public BusinessChart Chart { get; } = new(
        [
            ("100.01", "Merkez Kasa"), ("101.01", "Portföydeki Çekler"), ("102.01", "TL Vadesiz"), ("102.02", "Dolar Vadesiz"), ("103.01", "Verilen Çekler"), ("108.01", "POS Alacakları"),
            ("121.01", "Portföydeki Senetler"), ("126.01", "Kira Depozitosu"), ("128.01", "Şüpheli Alacaklar"), ("129.01", "Şüpheli Alacak Karşılığı"), ("153.01", "Gıda Malları"), ("153.02", "Ev Gereçleri"), ("159.01", "Sipariş Avansları"),
            ("180.01", "Peşin Ödenen Sigorta"), ("190.01", "Devreden KDV"), ("191.01", "İndirilecek KDV Alt Oran"), ("191.10", "İndirilecek KDV Orta Oran"), ("191.20", "İndirilecek KDV Genel Oran"), ("195.01", "Personel İş Avansları"), ("196.01", "Personel Maaş Avansları"),
            ("254.01", "Kamyonetler"), ("255.01", "Mağaza Demirbaşları"), ("257.01", "Birikmiş Amortismanlar"), ("300.01", "Taşıt Kredisi"), ("309.01", "Şirket Kredi Kartı"), ("321.01", "Borç Senetleri"), ("335.01", "Personele Borçlar"), ("340.01", "Alınan Avanslar"),
            ("360.01", "Gelir Vergisi Stopajı"), ("360.02", "Kira Stopajı"), ("360.05", "Ödenecek KDV"), ("360.06", "Sorumlu Sıfatıyla KDV"), ("361.01", "SGK Primleri"), ("391.01", "Hesaplanan KDV Alt Oran"), ("391.10", "Hesaplanan KDV Orta Oran"), ("391.20", "Hesaplanan KDV Genel Oran"),
            ("500.01", "Sermaye"), ("570.01", "Geçmiş Yıl Kârları"), ("590.01", "Dönem Net Kârı"), ("591.01", "Dönem Net Zararı"), ("600.01", "Toptan Satışlar"), ("600.02", "Mağaza Satışları"), ("601.01", "Yurt Dışı Satışlar"), ("610.01", "Satıştan İadeler"), ("611.01", "Satış İskontoları"), ("621.01", "Satılan Mal Maliyeti"),
            ("631.01", "Pazarlama Giderleri"), ("632.01", "Genel Yönetim Giderleri"), ("646.01", "Kambiyo Kârları"), ("654.01", "Karşılık Giderleri"), ("656.01", "Kambiyo Zararları"), ("660.01", "Finansman Giderleri"), ("653.01", "POS Komisyonları"), ("690.01", "Dönem Kârı veya Zararı"), ("692.01", "Dönem Net Kârı veya Zararı"),
            ("760.01", "Nakliye"), ("760.02", "Reklam"), ("761.01", "Pazarlama Yansıtma"), ("770.01", "Ücretler"), ("770.02", "Kira"), ("770.03", "Temizlik Hizmeti"), ("770.04", "Küçük Giderler"), ("770.05", "Amortisman"), ("770.06", "Sigorta"), ("770.07", "Mali Müşavirlik"), ("771.01", "Genel Yönetim Yansıtma"), ("780.01", "Kredi Faizleri ve Masraflar"), ("781.01", "Finansman Yansıtma"),
        ],
        [
            ("120.01.001", "Kuzey Market A.Ş.", BusinessChart.TaxId("304567812")), ("120.01.002", "Ağrı Toptan Gıda Ltd. Şti.", BusinessChart.TaxId("004561237")), ("120.01.003", "Çınar Yapı Taahhüt A.Ş.", BusinessChart.TaxId("771234509")),
            ("120.01.004", "Iğdır Belediyesi", BusinessChart.TaxId("460987123")), ("120.01.005", "Ömer Şimşek", BusinessChart.TaxId("214365870", person: true)), ("120.02.001", "Tbilisi Import LLC", null),
            ("320.01.001", "Anadolu Bakliyat A.Ş.", BusinessChart.TaxId("065412398")), ("320.01.002", "Züccaciye Dünyası Ltd. Şti.", BusinessChart.TaxId("980123476")), ("320.01.003", "Yıldız Temizlik Hizmetleri Ltd. Şti.", BusinessChart.TaxId("555123987")),
            ("320.02.001", "Nuran Gündoğdu", BusinessChart.TaxId("345612789", person: true)), ("320.02.002", "Ümit Çelik", BusinessChart.TaxId("198273645", person: true)), ("320.03.001", "Guangzhou Houseware Co.", null),
        ]);

    public IEnumerable<Voucher> Day(BusinessBook book) => BusinessDay.Of(book, Opening, Workday, DaysOfMonth, MonthEnd);

    private static IEnumerable<SampleDraft> Workday(BusinessBook book)
    {
        yield return Purchase(book);
        yield return Sale(book);
        yield return Shop(book);
        yield return Collect(book);
        yield return PaySupplier(book);
        if (book.Balance("108.01") > 1_000_00)
            yield return SettleCards(book);
        if (book.Balance("100.01") > FloatKurus)
            yield return Deposit(book);
        if (book.Random.Chance(25))
            yield return Fee(book);
        if (book.Random.Chance(12))
            yield return SalesReturn(book);
        if (book.Random.Chance(12))
            yield return PurchaseReturn(book);
        if (book.Random.Chance(10))
            yield return TakeCheque(book);
        if (book.Random.Chance(10) && book.Balance("101.01") > 20_000_00)
            yield return Endorse(book);
        if (book.Random.Chance(15))
            yield return CardExpense(book);
    }

    private static SampleDraft Purchase(BusinessBook book)
    {
        var supplier = Suppliers[book.Random.Below(2)];
        var draft = BusinessBook.Draft("purchase-invoice", "Mal alışı", book.Invoice("ANB", book.Random.Below(6)));
        long total = draft.Buy("153.01", book.Random.Kurus(8_000, 30_000), 1, "Kuru gıda");
        total += draft.Buy("153.02", book.Random.Kurus(3_000, 15_000), book.FullRate, "Ev gereci");
        if (book.Random.Chance(30))
            total += draft.Buy("760.01", book.Random.Kurus(500, 2_500), book.FullRate, "Nakliye");
        return draft.Credit(supplier, total, "Alış faturası");
    }

    private static SampleDraft Sale(BusinessBook book)
    {
        var customer = book.Random.Pick(Customers);
        var draft = BusinessBook.Draft("sales-invoice", "Toptan satış", book.Invoice("EKN"));
        var discount = book.Random.Chance(20) ? book.Random.Kurus(200, 900) : 0;
        var amount = book.Random.Kurus(25_000, 60_000);
        var vat = SampleBook.Percent(amount - discount, book.MiddleRate);
        return draft
            .Debit(customer, amount - discount + vat, "Satış faturası")
            .Debit("611.01", discount, "Satış iskontosu")
            .Credit("600.01", amount, "Satış")
            .Credit("391.10", vat, "Hesaplanan KDV");
    }

    private static SampleDraft Shop(BusinessBook book)
    {
        var document = book.Other("Z Raporu İcmali", string.Create(CultureInfo.InvariantCulture, $"Z{book.NextOf("z"):D6}"));
        var draft = new SampleDraft("z-report", "Günlük mağaza satışı", document) { Grouping = new VoucherGrouping { Kind = "zReport" } };
        long total = draft.Sell("600.02", book.Random.Kurus(1_500, 6_000), 1, "Gıda satışı");
        total += draft.Sell("600.02", book.Random.Kurus(1_000, 4_000), book.FullRate, "Ev gereci satışı");
        var cash = total * book.Random.Between(20, 50) / 100;
        return draft.Debit("100.01", cash, "Nakit satış").Debit("108.01", total - cash, "Kartlı satış");
    }

    private static SampleDraft Collect(BusinessBook book)
    {
        var customer = Customers.MaxBy(book.Balance)!;
        var amount = Math.Max(100, book.Balance(customer) * book.Random.Between(20, 60) / 100);
        return BusinessBook.Draft("bank", "Müşteri tahsilatı", book.Dekont()).Debit("102.01", amount, "Gelen havale").Credit(customer, amount, "Tahsilat");
    }

    private static SampleDraft PaySupplier(BusinessBook book)
    {
        var supplier = Suppliers.MinBy(book.Balance)!;
        var amount = Math.Max(100, -book.Balance(supplier) * book.Random.Between(10, 35) / 100);
        return BusinessBook.Draft("bank", "Satıcı ödemesi", book.Dekont()).Debit(supplier, amount, "Ödeme").Credit("102.01", amount, "Giden EFT");
    }

    private static SampleDraft SettleCards(BusinessBook book)
    {
        var gross = book.Balance("108.01") * 9 / 10;
        var commission = SampleBook.Percent(gross, 2);
        return BusinessBook.Draft("bank", "POS tahsilatı", book.Dekont()).Debit("102.01", gross - commission, "Net tutar").Debit("653.01", commission, "Komisyon").Credit("108.01", gross, "Brüt tutar");
    }

    // The bank's own receipt for the cash brought to its counter.
    private static SampleDraft Deposit(BusinessBook book)
    {
        var amount = Math.Min(book.Balance("100.01") - FloatKurus, 6_000_00);
        return BusinessBook.Draft("bank", "Kasadan bankaya yatırılan", book.Dekont()).Debit("102.01", amount, "Yatırılan").Credit("100.01", amount, "Bankaya yatırılan");
    }

    private static SampleDraft Fee(BusinessBook book)
    {
        var amount = book.Random.Between(5_00, 90_00);
        return BusinessBook.Draft("bank", "EFT masrafı", book.Dekont()).Debit("780.01", amount, "Masraf ve BSMV").Credit("102.01", amount, "EFT masrafı");
    }

    private static SampleDraft SalesReturn(BusinessBook book)
    {
        var amount = book.Random.Kurus(500, 3_000);
        var vat = SampleBook.Percent(amount, book.MiddleRate);
        var customer = book.Random.Pick(Customers);
        return BusinessBook.Draft("sales-return-invoice", "Satış iadesi", book.Invoice("KMR")).Debit("610.01", amount, "İade").Debit("191.10", vat, "İade KDV").Credit(customer, amount + vat, "İade faturası");
    }

    private static SampleDraft PurchaseReturn(BusinessBook book)
    {
        var amount = book.Random.Kurus(400, 2_000);
        var vat = SampleBook.Percent(amount, book.FullRate);
        return BusinessBook.Draft("purchase-return-invoice", "Alış iadesi", book.Invoice("EKN")).Debit("320.01.002", amount + vat, "İade faturası").Credit("153.02", amount, "İade edilen mal").Credit("391.20", vat, "İade KDV");
    }

    private static SampleDraft TakeCheque(BusinessBook book)
    {
        var customer = Customers.MaxBy(book.Balance)!;
        var amount = Math.Max(100, book.Balance(customer) / 5);
        return book.Random.Chance(60)
            ? BusinessBook.Draft("cheque", "Çek alındı", book.Cheque()).Debit("101.01", amount, "Alınan çek").Credit(customer, amount, "Çekle tahsilat")
            : BusinessBook.Draft("note", "Senet alındı", book.Cheque("voucher")).Debit("121.01", amount, "Alınan senet").Credit(customer, amount, "Senetle tahsilat");
    }

    private static SampleDraft Endorse(BusinessBook book)
    {
        var supplier = Suppliers.MinBy(book.Balance)!;
        var amount = book.Balance("101.01") / 4;
        return BusinessBook.Draft("cheque", "Çek ciro edildi", book.Cheque()).Debit(supplier, amount, "Ciro edilen çek").Credit("101.01", amount, "Ciro");
    }

    private static SampleDraft CardExpense(BusinessBook book)
    {
        var draft = BusinessBook.Draft("purchase-invoice", "Kredi kartı ile reklam gideri", book.Invoice("RKL", book.Random.Below(3)));
        var total = draft.Buy("760.02", book.Random.Kurus(300, 1_800), book.FullRate, "Reklam");
        return draft.Credit("309.01", total, "Kredi kartı");
    }

    private static IEnumerable<SampleDraft> DaysOfMonth(BusinessBook book)
    {
        switch (book.Today.Day)
        {
            case 3:
                var rent = SampleBook.Percent(40_000_00, 80);
                yield return BusinessBook.Draft("bank", "Mağaza kirası ödendi", book.Dekont()).Debit("770.02", 40_000_00, "Brüt kira").Credit("360.02", 40_000_00 - rent, "Kira stopajı %20").Credit("102.01", rent, "Net kira");
                yield return BusinessBook.Draft("bank", "Personele iş avansı", book.Dekont()).Debit("195.01", 3_000_00, "İş avansı").Credit("102.01", 3_000_00, "Giden havale");
                break;
            case 5:
                yield return Settle(book, "Ücretler ödendi", "335.01");
                break;
            case 8:
                yield return Import(book);
                break;
            case 9:
                yield return Customs(book);
                break;
            case 11:
                yield return Cleaning(book);
                yield return Construction(book);
                break;
            case 12:
                yield return ExpenseForm(book);
                break;
            case 14:
                yield return Export(book);
                yield return Adviser(book);
                break;
            case 16 when book.Balance("309.01") < 0:
                yield return Settle(book, "Kredi kartı ekstresi ödendi", "309.01");
                break;
            case 18:
                yield return BusinessBook.Draft("bank", "Maaş avansı", book.Dekont()).Debit("196.01", 10_000_00, "Maaş avansı").Credit("102.01", 10_000_00, "Giden havale");
                break;
            case 20:
                var interest = book.Random.Kurus(2_000, 4_000);
                yield return BusinessBook.Draft("bank", "Kredi taksidi", book.Dekont()).Debit("300.01", 15_000_00, "Anapara").Debit("780.01", interest, "Faiz ve BSMV").Credit("102.01", 15_000_00 + interest, "Taksit");
                yield return PayAbroad(book);
                break;
            case 26:
                yield return Settle(book, "Vergi ve SGK ödendi", "360.01", "360.02", "360.05", "360.06", "361.01");
                break;
            case 27 when book.Today.Month is 4 or 10:
                yield return BusinessBook.Draft("cheque", "Çek verildi", book.Cheque()).Debit("320.01.001", 20_000_00, "Çekle ödeme").Credit("103.01", 20_000_00, "Verilen çek");
                break;
            case 28 when book.Balance("103.01") < 0:
                yield return Settle(book, "Verilen çek ödendi", "103.01");
                break;
        }
    }

    private static SampleDraft Settle(BusinessBook book, string comment, params string[] accounts)
    {
        var draft = BusinessBook.Draft("bank", comment, book.Dekont());
        foreach (var account in accounts.Where(account => book.Balance(account) < 0))
            draft.Debit(account, -book.Balance(account), comment);
        return draft.Credit("102.01", draft.Lines.Sum(line => line.DebitKurus), comment);
    }

    // A foreign seller's invoice: no KDV on it, and a number of its own kind.
    private static SampleDraft Import(BusinessBook book)
    {
        var invoice = new SourceDocument { Type = "invoice", Number = string.Create(CultureInfo.InvariantCulture, $"GZ/{book.NextOf("import")}-{book.Today:MMdd}"), Date = DateField.Of(book.Today) };
        var original = Dollars(book, book.Random.Between(2_000, 6_000));
        return BusinessBook.Draft("purchase-invoice", "İthal mal", invoice).Debit("153.02", Kurus(original), "İthal ev gereci", original).Credit("320.03.001", Kurus(original), "Mal bedeli", original);
    }

    // KDV of an import is paid at customs: its base stands in the declaration, not in the voucher.
    private static SampleDraft Customs(BusinessBook book)
    {
        var declaration = book.Other("Gümrük Beyannamesi", string.Create(CultureInfo.InvariantCulture, $"{book.Today:yy}{book.NextOf("customs"):D6}IM"));
        var duty = book.Random.Kurus(3_000, 7_000);
        var vat = book.Random.Kurus(20_000, 35_000);
        return BusinessBook.Draft("customs", "Gümrük vergileri", declaration).Debit("153.02", duty, "Gümrük vergisi").Debit("191.20", vat, "İthalde ödenen KDV").Credit("102.01", duty + vat, "Gümrük ödemesi");
    }

    // Nine tenths of the KDV are withheld and declared by the buyer.
    private static SampleDraft Cleaning(BusinessBook book)
    {
        var amount = book.Random.Kurus(4_000, 9_000);
        var vat = SampleBook.Percent(amount, book.FullRate);
        var withheld = vat * 9 / 10;
        return BusinessBook.Draft("purchase-invoice", "Temizlik hizmeti (9/10 tevkifatlı)", book.Invoice("YLT"))
            .Debit("770.03", amount, "Temizlik").Debit("191.20", vat - withheld, "İndirilecek KDV").Debit("191.20", withheld, "Sorumlu sıfatıyla KDV")
            .Credit("360.06", withheld, "Tevkif edilen KDV").Credit("320.01.003", amount + vat - withheld, "Hizmet faturası");
    }

    // The buyer withholds four tenths: what the seller computes is no whole rate of the base.
    private static SampleDraft Construction(BusinessBook book)
    {
        var amount = book.Random.Kurus(10_000, 20_000);
        var vat = SampleBook.Percent(amount, book.FullRate);
        var withheld = vat * 4 / 10;
        return BusinessBook.Draft("sales-invoice", "Yapım işi (4/10 tevkifatlı)", book.Invoice("EKN")).Debit("120.01.003", amount + vat - withheld, "Satış faturası").Credit("600.01", amount, "Yapım işi").Credit("391.20", vat - withheld, "Hesaplanan KDV");
    }

    private static SampleDraft ExpenseForm(BusinessBook book)
    {
        var form = book.Other("Masraf Formu", string.Create(CultureInfo.InvariantCulture, $"MF-{book.NextOf("form"):D4}"));
        var draft = BusinessBook.Draft("expense", "Personel masraf formu", form);
        var total = draft.Buy("770.04", book.Random.Kurus(300, 900), book.MiddleRate, "Yol yemeği");
        total += draft.Buy("770.04", book.Random.Kurus(300, 1_000), book.FullRate, "Kırtasiye");
        return draft.Credit("195.01", total, "İş avansı kapatma");
    }

    private static SampleDraft Export(BusinessBook book)
    {
        var original = Dollars(book, book.Random.Between(1_500, 4_000));
        return BusinessBook.Draft("sales-invoice", "İhracat", book.Invoice("EKN")).Debit("120.02.001", Kurus(original), "İhracat faturası", original).Credit("601.01", Kurus(original), "İhracat", original);
    }

    private static SampleDraft Adviser(BusinessBook book)
    {
        const long fee = 7_500_00;
        var receipt = book.Other("Serbest Meslek Makbuzu", string.Create(CultureInfo.InvariantCulture, $"A-{book.NextOf("smm"):D5}"));
        var vat = SampleBook.Percent(fee, book.FullRate);
        var withheld = SampleBook.Percent(fee, 20);
        return BusinessBook.Draft("smm", "Mali müşavirlik ücreti", receipt).Debit("770.07", fee, "Brüt ücret").Debit("191.20", vat, "KDV").Credit("360.01", withheld, "Stopaj %20").Credit("320.02.002", fee + vat - withheld, "Net ücret");
    }

    private static SampleDraft PayAbroad(BusinessBook book)
    {
        var original = Dollars(book, Math.Max(1, Math.Min(-book.Balance("320.03.001"), book.Balance("102.02")) / 2 / DollarKurus(book)));
        return BusinessBook.Draft("bank", "Yurt dışı satıcıya ödeme", book.Dekont()).Debit("320.03.001", Kurus(original), "Akreditif ödemesi", original).Credit("102.02", Kurus(original), "Giden döviz", original);
    }

    private static IEnumerable<SampleDraft> MonthEnd(BusinessBook book)
    {
        const long gross = 160_000_00;
        var payroll = book.Other("Ücret Bordrosu İcmali", string.Create(CultureInfo.InvariantCulture, $"{book.Today:yyyy-MM}"));
        yield return BusinessBook.Draft("payroll", "Ücret tahakkuku", payroll)
            .Debit("770.01", gross + 30_000_00, "Brüt ücret ve işveren payı").Credit("335.01", 108_000_00, "Net ücret").Credit("360.01", 20_000_00, "Stopaj ve damga vergisi").Credit("361.01", 54_000_00, "SGK primleri").Credit("196.01", book.Balance("196.01") > 0 ? 8_000_00 : 0, "Avans kesintisi");
        yield return BusinessBook.Draft("depreciation", "Aylık amortisman").Debit("770.05", 11_250_00, "Amortisman").Credit("257.01", 11_250_00, "Amortisman");
        yield return BusinessBook.Draft("accrual", "Aya düşen sigorta").Debit("770.06", 3_000_00, "Sigorta").Credit("180.01", 3_000_00, "Sigorta");
        foreach (var draft in CostOfSales(book))
            yield return draft;
        yield return Revalue(book);
        if (book.Today.Month == 6)
        {
            var doubtful = book.Balance("120.01.005") / 2;
            yield return BusinessBook.Draft("accrual", "Dava açılan alacak şüpheliye alındı", book.Other("Dava Dosyası", string.Create(CultureInfo.InvariantCulture, $"{book.Today.Year}/114"))).Debit("128.01", doubtful, "Şüpheli alacak").Credit("120.01.005", doubtful, "Şüpheli alacak");
            yield return BusinessBook.Draft("accrual", "Şüpheli alacak karşılığı").Debit("654.01", doubtful, "Karşılık").Credit("129.01", doubtful, "Karşılık");
        }
    }

    private static IEnumerable<SampleDraft> CostOfSales(BusinessBook book)
    {
        foreach (var stock in (string[])["153.01", "153.02"])
        {
            var cost = book.Balance(stock) * 4 / 10;
            yield return BusinessBook.Draft("stock", "Satılan mal maliyeti").Debit("621.01", cost, "Maliyet").Credit(stock, cost, "Stok çıkışı");
        }
    }

    // Valuation moves lira only: no dollar comes or goes, and no document stands behind it.
    private static SampleDraft Revalue(BusinessBook book)
    {
        var gain = Math.Max(1, book.Balance("102.02") / 200);
        return BusinessBook.Draft("accrual", "Kur değerlemesi").Debit("102.02", gain, "Kur farkı").Credit("646.01", gain, "Kambiyo kârı");
    }

    private static long DollarKurus(BusinessBook book) => 2_000 + (book.Today.DayOfYear * 2L);

    private static OriginalAmount Dollars(BusinessBook book, long units) => new()
    {
        Currency = "USD",
        Amount = AmountField.Of(SampleBook.Lira(units * 100)),
        Rate = AmountField.Of(SampleBook.Lira(DollarKurus(book))),
        RateDate = DateField.Of(book.Today),
    };

    private static long Kurus(OriginalAmount original) => (long)(original.Amount.OrZero * original.Rate.OrZero * 100);
}
