using System.Globalization;

namespace EDefter.Functions.Sample;

/// <summary>Small expenses paid from the till against retail receipts, guests' payments against a makbuz, and the evening's deposit at the bank.</summary>
public sealed class CashDesk : ISampleBusiness
{
    private const long DepositMostKurus = 29_000_00;

    private const long FloatKurus = 15_000_00;

    private static readonly (string Account, int VatRate, string Text)[] Expenses =
    [
        ("740.08", 20, "Hırdavat alımı"), ("740.08", 10, "Personel yol yemeği"), ("770.08", 10, "Misafir ağırlama"), ("770.03", 20, "Fotokopi ve kırtasiye"), ("740.05", 20, "Küçük onarım"),
    ];

    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        for (var i = 0; i < 2 * book.Scale; i++)
        {
            if (book.Balance("100.01") > FloatKurus)
                yield return Spend(book);
        }

        for (var i = 0; i < book.Scale; i++)
        {
            if (book.Balance("120.90.001") > 50_000_00)
                yield return Receive(book);
        }

        while (book.IsWorkday && book.Balance("100.01") > FloatKurus + DepositMostKurus)
            yield return Deposit(book);
    }

    private static SampleDraft Spend(SampleBook book)
    {
        var (account, rate, text) = book.Random.Pick(Expenses);
        var receipt = book.Other("Perakende Satış Fişi", string.Create(CultureInfo.InvariantCulture, $"{book.Random.Between(1, 320):D4}-{book.NextOf("retail"):D6}"));
        var draft = new SampleDraft("cash-expense", text + " kasadan ödendi", receipt);
        var total = draft.Buy(account, book.Random.Kurus(150, 2_400), rate, text);
        return draft.Credit("100.01", total, text);
    }

    private static SampleDraft Receive(SampleBook book)
    {
        var amount = book.Random.Kurus(2_000, 12_000);
        var receipt = book.Other(name: string.Empty, string.Create(CultureInfo.InvariantCulture, $"A-{book.NextOf("receipt"):D6}")) with { Type = "receipt", TypeDescription = null };
        return new SampleDraft("cash-receipt", "Misafir hesabı nakit tahsil edildi", receipt).Debit("100.01", amount, "Tahsilat makbuzu ile").Credit("120.90.001", amount, "Misafir ödemesi");
    }

    private static SampleDraft Deposit(SampleBook book)
    {
        var amount = Math.Min(book.Balance("100.01") - FloatKurus, DepositMostKurus) / 10_000 * 10_000;
        return new SampleDraft("bank", "Kasadan bankaya yatırıldı", book.Dekont("102.01")).Debit("102.01", amount, "Yatırılan nakit").Credit("100.01", amount, "Bankaya yatırılan");
    }
}
