namespace EDefter.Functions.Sample;

/// <summary>Cheques and notes taken from agencies, cheques given to suppliers, and both when they fall due.</summary>
public sealed class Cheques : ISampleBusiness
{
    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        if (!book.IsWorkday)
            yield break;
        for (var i = 0; i < book.Scale; i++)
        {
            if (book.Today.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Thursday)
                yield return Take(book);
            if (book.Today.DayOfWeek is DayOfWeek.Tuesday)
                yield return TakeNote(book);
            if (book.Today.DayOfWeek is DayOfWeek.Wednesday or DayOfWeek.Friday)
                yield return Give(book);
            if (book.Today.DayOfWeek is DayOfWeek.Friday)
                yield return Cash(book);
            if (book.Today.DayOfWeek is DayOfWeek.Monday && book.Balance("103.01") < -100)
                yield return Honour(book);
        }
    }

    private static SampleDraft Take(SampleBook book)
    {
        var agency = book.Random.Pick(SamplePartners.Agencies);
        var amount = Math.Max(100, book.Balance(agency.Account) / book.Scale / 4);
        return new SampleDraft("cheque", agency.Name + " çeki alındı", book.Cheque(1_840_000)).Debit("101.01", amount, "Alınan çek").Credit(agency.Account, amount, "Çekle tahsilat");
    }

    private static SampleDraft TakeNote(SampleBook book)
    {
        var agency = book.Random.Pick(SamplePartners.Agencies);
        var amount = Math.Max(100, book.Balance(agency.Account) / book.Scale / 5);
        var note = book.Cheque(70_100) with { Type = "voucher" };
        return new SampleDraft("note", agency.Name + " senedi alındı", note).Debit("121.01", amount, "Alınan senet").Credit(agency.Account, amount, "Senetle tahsilat");
    }

    private static SampleDraft Give(SampleBook book)
    {
        var supplier = book.Random.Pick(SamplePartners.Suppliers);
        var amount = Math.Max(100, -book.Balance(supplier.Account) / book.Scale / 4);
        return new SampleDraft("cheque", supplier.Name + " çek verildi", book.Cheque(552_300)).Debit(supplier.Account, amount, "Çekle ödeme").Credit("103.01", amount, "Verilen çek");
    }

    private static SampleDraft Cash(SampleBook book)
    {
        var amount = Math.Max(100, book.Balance("101.01") / book.Scale / 3);
        return new SampleDraft("bank", "Portföydeki çek tahsil edildi", book.Dekont("102.01")).Debit("102.01", amount, "Çek tahsilatı").Credit("101.01", amount, "Tahsil edilen çek");
    }

    private static SampleDraft Honour(SampleBook book)
    {
        var amount = Math.Max(50, -book.Balance("103.01") / book.Scale / 2);
        return new SampleDraft("bank", "Verilen çek bankadan ödendi", book.Dekont("102.01")).Debit("103.01", amount, "Ödenen çek").Credit("102.01", amount, "Çek ödemesi");
    }
}
