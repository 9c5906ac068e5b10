namespace EDefter.Functions.Sample;

/// <summary>What the banks' statements show: card settlements, collections, payments, advances, transfers, fees. Each movement rests on its own dekont.</summary>
public sealed class BankDays : ISampleBusiness
{
    private static readonly (string Bank, string Pos)[] Settlements = [("102.01", "108.01"), ("102.02", "108.02")];

    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        if (book.IsFirstDay)
            return [];
        var settled = Settlements.SelectMany(pair => Settle(book, pair.Bank, pair.Pos));
        return book.IsWorkday ? settled.Concat(Workday(book)) : settled;
    }

    private static IEnumerable<SampleDraft> Workday(SampleBook book)
    {
        for (var i = 0; i < 3 * book.Scale; i++)
            yield return Collect(book);
        for (var i = 0; i < 3 * book.Scale; i++)
            yield return Pay(book);
        for (var i = 0; i < book.Scale; i++)
            yield return book.Today.Day % 2 == 0 ? TakeAdvance(book) : GiveAdvance(book);
        foreach (var (bank, _) in Settlements)
            yield return Fee(book, bank);
        if (book.Today.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Friday)
            yield return Transfer(book);
    }

    // Called before today's sales are posted: the bank pays what was sold until yesterday.
    private static IEnumerable<SampleDraft> Settle(SampleBook book, string bank, string pos)
    {
        var gross = book.Balance(pos) / book.Scale;
        for (var i = 0; i < book.Scale; i++)
        {
            var commission = SampleBook.Percent(gross, 179) / 100;
            yield return new SampleDraft("bank", "Kredi kartı tahsilatı bankaya geçti", book.Dekont(bank))
                .Debit(bank, gross - commission, "POS net tutarı")
                .Debit("653.01", commission, "POS komisyonu")
                .Credit(pos, gross, "POS brüt tutarı");
        }
    }

    private static SampleDraft Collect(SampleBook book)
    {
        var agency = Richest(book, SamplePartners.Agencies, sign: 1);
        var bank = book.Random.Chance(70) ? "102.01" : "102.02";
        var amount = Part(book, book.Balance(agency.Account));
        return new SampleDraft("bank", agency.Name + " tahsilatı", book.Dekont(bank)).Debit(bank, amount, agency.Name).Credit(agency.Account, amount, "Gelen ödeme");
    }

    private static SampleDraft Pay(SampleBook book)
    {
        var supplier = Richest(book, SamplePartners.Suppliers, sign: -1);
        var bank = FullerBank(book);
        var amount = Part(book, -book.Balance(supplier.Account));
        return new SampleDraft("bank", supplier.Name + " ödemesi", book.Dekont(bank)).Debit(supplier.Account, amount, "Giden ödeme").Credit(bank, amount, supplier.Name);
    }

    private static SampleDraft TakeAdvance(SampleBook book)
    {
        var agency = book.Random.Pick(SamplePartners.Agencies);
        var amount = book.Random.Kurus(10_000, 40_000);
        return new SampleDraft("bank", agency.Name + " avansı", book.Dekont("102.02")).Debit("102.02", amount, agency.Name).Credit(SamplePartners.AdvanceAccount(agency), amount, "Alınan avans");
    }

    private static SampleDraft GiveAdvance(SampleBook book)
    {
        var supplier = book.Random.Pick(SamplePartners.Suppliers);
        var amount = book.Random.Kurus(5_000, 20_000);
        var bank = FullerBank(book);
        return new SampleDraft("bank", supplier.Name + " sipariş avansı", book.Dekont(bank)).Debit(SamplePartners.AdvanceAccount(supplier), amount, "Verilen avans").Credit(bank, amount, supplier.Name);
    }

    private static SampleDraft Fee(SampleBook book, string bank)
    {
        var amount = book.Random.Between(1_250, 38_900);
        return new SampleDraft("bank", "Banka masrafı", book.Dekont(bank)).Debit("780.01", amount, "Hesap işletim ve işlem ücreti").Credit(bank, amount, "Banka masrafı");
    }

    private static SampleDraft Transfer(SampleBook book)
    {
        var from = FullerBank(book);
        var to = from == "102.01" ? "102.02" : "102.01";
        var amount = book.Random.Kurus(50_000, 150_000) * book.Scale;
        return new SampleDraft("bank", "Bankalar arası aktarma", book.Dekont(from)).Debit(to, amount, "Gelen aktarma").Credit(from, amount, "Giden aktarma");
    }

    private static string FullerBank(SampleBook book) => book.Balance("102.01") >= book.Balance("102.02") ? "102.01" : "102.02";

    // Never the whole: an account that only ever shrinks towards zero cannot turn its balance round (HES010).
    private static long Part(SampleBook book, long balance) => Math.Max(1, balance / book.Scale * book.Random.Between(25, 70) / 100);

    private static SamplePartner Richest(SampleBook book, IReadOnlyList<SamplePartner> partners, int sign) =>
        partners.MaxBy(partner => sign * book.Balance(partner.Account))!;
}
