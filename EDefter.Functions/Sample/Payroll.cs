using System.Globalization;

namespace EDefter.Functions.Sample;

/// <summary>December's wages, taxes and premiums paid; January's payroll accrued on the last day, one summary per department.</summary>
public sealed class Payroll : ISampleBusiness
{
    private static readonly (string Name, string Main, int People)[] Departments =
    [
        ("Ön Büro", "720", 9), ("Kat Hizmetleri", "720", 16), ("Mutfak", "720", 12), ("Servis", "720", 14), ("Teknik Servis", "720", 5), ("Yönetim ve Muhasebe", "770", 7),
    ];

    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        if (book.Today.Day == 6)
            yield return Settle(book, "Aralık ücretleri ödendi", ["335.01"]);
        if (book.Today.Day == 27)
            yield return Settle(book, "Vergiler ödendi", ["360.01", "360.02", "360.04"]);
        if (!book.IsLastDay)
            yield break;
        yield return Settle(book, "SGK primleri ödendi", ["361.01", "361.02", "361.03"]);
        foreach (var (name, main, people) in Departments)
        {
            for (var i = 0; i < book.Scale; i++)
                yield return Accrue(book, name, main, people);
        }
    }

    private static SampleDraft Settle(SampleBook book, string comment, string[] accounts)
    {
        var draft = new SampleDraft("bank", comment, book.Dekont("102.01"));
        long total = 0;
        foreach (var account in accounts)
        {
            total -= book.Balance(account);
            draft.Debit(account, -book.Balance(account), comment);
        }

        return draft.Credit("102.01", total, comment);
    }

    private static SampleDraft Accrue(SampleBook book, string department, string main, int people)
    {
        long gross = 0;
        for (var i = 0; i < people; i++)
            gross += book.Random.Kurus(26_100, 61_000);
        long premium = SampleBook.Percent(gross, 14), unemployment = SampleBook.Percent(gross, 1);
        long employerPremium = SampleBook.Percent(gross, 1675) / 100, employerUnemployment = SampleBook.Percent(gross, 2);
        var incomeTax = SampleBook.Percent(gross - premium - unemployment, 15);
        var stampTax = SampleBook.Percent(gross, 759) / 1000;
        var number = string.Create(CultureInfo.InvariantCulture, $"{book.Period.Year:D4}{book.Period.Month:D2}-{book.NextOf("payroll"):D2}");
        var summary = book.Other("Ücret Bordrosu İcmali", number);
        return new SampleDraft("payroll", department + " ücret tahakkuku", summary with { OwnSeries = "true" })
            .Debit(main + ".01", gross, "Brüt ücret")
            .Debit(main + ".02", employerPremium + employerUnemployment, "İşveren payları")
            .Credit("335.01", gross - premium - unemployment - incomeTax - stampTax, "Net ücret")
            .Credit("360.01", incomeTax, "Gelir vergisi stopajı")
            .Credit("360.02", stampTax, "Damga vergisi")
            .Credit("361.01", premium, "SGK işçi payı %14")
            .Credit("361.02", employerPremium, "SGK işveren payı %16,75")
            .Credit("361.03", unemployment + employerUnemployment, "İşsizlik sigortası %1 ve %2");
    }
}
