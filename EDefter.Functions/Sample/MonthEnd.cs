namespace EDefter.Functions.Sample;

/// <summary>The last day: interest, depreciation, insurance of the month, consumption of stocks, yansıtma. Most of it rests on no document.</summary>
public sealed class MonthEnd : ISampleBusiness
{
    private static readonly (string Debit, string Credit, long Kurus, string Text)[] Depreciations =
    [
        ("740.06", "257.01", 8_083_333, "Bina amortismanı"), ("740.06", "257.02", 5_104_500, "Tesis amortismanı"), ("770.09", "257.03", 4_583_333, "Taşıt amortismanı"), ("740.06", "257.04", 7_315_125, "Demirbaş amortismanı"),
    ];

    private static readonly string[] Stocks = ["150.01", "150.02", "150.03", "150.04", "150.05", "150.06", "153.01", "153.02"];

    private static readonly (string[] Costs, string Mirror, string Expense, string Text)[] Mirrors =
    [
        (["720"], "721.01", "622.01", "Direkt işçilik yansıtma"), (["740"], "741.01", "622.01", "Hizmet üretim maliyeti yansıtma"), (["760"], "761.01", "631.01", "Pazarlama giderleri yansıtma"), (["770"], "771.01", "632.01", "Genel yönetim giderleri yansıtma"), (["780"], "781.01", "660.01", "Finansman giderleri yansıtma"),
    ];

    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        if (!book.IsLastDay)
            yield break;
        yield return Interest(book);
        foreach (var (debit, credit, kurus, text) in Depreciations)
            yield return new SampleDraft("depreciation", text, document: null).Debit(debit, kurus, text).Credit(credit, kurus, text);
        yield return new SampleDraft("accrual", "Ocak ayı sigorta gideri", document: null).Debit("770.07", 2_118_050, "Yangın ve sorumluluk sigortası").Credit("180.01", 2_118_050, "Aya düşen sigorta gideri");
        foreach (var stock in Stocks)
        {
            var used = book.Balance(stock) * book.Random.Between(55, 80) / 100;
            yield return new SampleDraft("stock", SampleAccounts.NameOf(stock) + " tüketimi", document: null).Debit("740.07", used, "Ay içi tüketim").Credit(stock, used, "Ambar çıkışı");
        }

        foreach (var (costs, mirror, expense, text) in Mirrors)
        {
            var total = costs.Sum(book.BalanceOfMain);
            yield return new SampleDraft("reflection", text, document: null).Debit(expense, total, text).Credit(mirror, total, text);
        }
    }

    private static SampleDraft Interest(SampleBook book)
    {
        var interest = book.Random.Kurus(9_000, 24_000);
        var withheld = SampleBook.Percent(interest, 15);
        return new SampleDraft("bank", "Vadesiz mevduat faizi", book.Dekont("102.01"))
            .Debit("102.01", interest - withheld, "Net faiz")
            .Debit("193.01", withheld, "Gelir vergisi stopajı %15")
            .Credit("642.01", interest, "Brüt faiz");
    }
}
