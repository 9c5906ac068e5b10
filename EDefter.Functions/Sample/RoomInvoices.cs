namespace EDefter.Functions.Sample;

/// <summary>e-Invoices to agencies and to guests: room nights, konaklama vergisi, sometimes meals; an agency's advance is set off in its next invoice.</summary>
public sealed class RoomInvoices : ISampleBusiness
{
    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        for (var i = 0; i < 4 * book.Scale; i++)
            yield return ToAgency(book, book.Random.Pick(SamplePartners.Agencies));
        for (var i = 0; i < book.Scale; i++)
            yield return ToGuest(book);
    }

    private static SampleDraft ToAgency(SampleBook book, SamplePartner agency)
    {
        var sales = new SampleDraft("sales-invoice", agency.Name + " konaklama faturası", book.Invoice("OTL", book.Today));
        var total = Stay(book, sales, book.Random.Kurus(8_000, 72_000));
        var advance = Math.Min(-book.Balance(SamplePartners.AdvanceAccount(agency)), total / 2);
        var draft = new SampleDraft(sales.Module, sales.Comment, sales.Document);
        draft.Debit(agency.Account, total - advance, "Konaklama faturası");
        if (advance > 0)
            draft.Debit(SamplePartners.AdvanceAccount(agency), advance, "Avans mahsubu");
        return draft.Append(sales);
    }

    private static SampleDraft ToGuest(SampleBook book)
    {
        var sales = new SampleDraft("sales-invoice", "Misafir konaklama faturası", book.Invoice("OTA", book.Today));
        var total = Stay(book, sales, book.Random.Kurus(4_000, 19_000));
        return new SampleDraft(sales.Module, sales.Comment, sales.Document).Debit("120.90.001", total, "Misafir hesabı").Append(sales);
    }

    private static long Stay(SampleBook book, SampleDraft sales, long rooms)
    {
        var total = sales.Sell("600.01", rooms, 10, "Oda geceleme bedeli");
        if (book.Random.Chance(45))
            total += sales.Sell("600.02", book.Random.Kurus(1_200, 14_000), 10, "Yiyecek ve içecek bedeli");
        if (book.Random.Chance(20))
            total += sales.Sell("600.03", book.Random.Kurus(900, 6_000), 20, "Alkollü içecek bedeli");
        var roomTax = SampleBook.Percent(rooms, 2);
        sales.Credit("360.03", roomTax, "Konaklama vergisi %2");
        return total + roomTax;
    }
}
