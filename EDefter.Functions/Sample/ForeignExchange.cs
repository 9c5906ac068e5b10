using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>Guests who pay in euro and dollar, with a döviz alım belgesi and the day's rate; once a week the euro go to the bank.</summary>
public sealed class ForeignExchange : ISampleBusiness
{
    private const string Guests = "120.90.001";

    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        for (var i = 0; i < book.Scale; i++)
        {
            yield return Take(book, "EUR", "100.02", book.Random.Between(80, 620));
            if (book.Today.Day % 2 == 1)
                yield return Take(book, "USD", "100.03", book.Random.Between(60, 500));
        }

        if (book.Today.DayOfWeek == DayOfWeek.Friday && book.IsWorkday)
        {
            for (var i = 0; i < book.Scale; i++)
                yield return Deposit(book);
        }
    }

    private static SampleDraft Take(SampleBook book, string currency, string till, long units)
    {
        var original = Original(book, currency, units);
        var kurus = Kurus(original);
        var number = string.Create(CultureInfo.InvariantCulture, $"DAB{book.NextOf("fx"):D7}");
        var against = book.Balance(Guests) > kurus ? Guests : "340.02.001";
        return new SampleDraft("fx", "Misafirden döviz ile tahsilat", book.Other("Döviz Alım Belgesi", number))
            .Debit(till, kurus, string.Create(CultureInfo.InvariantCulture, $"{units} {currency} tahsilat"), original)
            .Credit(against, kurus, against == Guests ? "Misafir ödemesi" : "Misafir avansı", original);
    }

    private static SampleDraft Deposit(SampleBook book)
    {
        var most = book.Balance("100.02") * 9 / 10 / book.Scale;
        var units = Math.Min(790, most * 100 / RateTenThousandths("EUR", book.Today));
        var original = Original(book, "EUR", Math.Max(1, units));
        return new SampleDraft("bank", "Euro kasadan bankaya yatırıldı", book.Dekont("102.03"))
            .Debit("102.03", Kurus(original), "Yatırılan euro", original)
            .Credit("100.02", Kurus(original), "Bankaya yatırılan euro", original);
    }

    private static OriginalAmount Original(SampleBook book, string currency, long units) => new()
    {
        Currency = currency,
        Amount = AmountField.Of(SampleBook.Lira(units * 100)),
        Rate = AmountField.Of(new decimal((int)RateTenThousandths(currency, book.Today), 0, 0, isNegative: false, scale: 4)),
        RateDate = DateField.Of(book.Today),
        RateSource = "TCMB döviz alış",
    };

    private static long Kurus(OriginalAmount original) => (long)decimal.Round(original.Amount.OrZero * original.Rate.OrZero * 100, 0, MidpointRounding.AwayFromZero);

    // A line through the rates of January 2025, in ten-thousandths of a lira: within a percent of the central bank's, and the same for ever.
    private static long RateTenThousandths(string currency, DateOnly day) => currency == "EUR" ? 364_520 + (day.Day * 241L) : 352_310 + (day.Day * 157L);
}
