using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>Suppliers' e-invoices, booked within five days of their date, and three collective entries of a kind the law permits.</summary>
public sealed class PurchaseInvoices : ISampleBusiness
{
    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        if (book.IsFirstDay || book.Today.DayOfWeek == DayOfWeek.Sunday)
            yield break;
        for (var i = 0; i < 5 * book.Scale; i++)
            yield return Single(book, book.Random.Pick(SamplePartners.Suppliers));
        if (book.Today.Day is 10 or 20 || book.IsLastDay)
            yield return Collective(book);
    }

    private static SampleDraft Single(SampleBook book, SamplePartner supplier)
    {
        var draft = new SampleDraft("purchase-invoice", supplier.Name + " alış faturası", book.Invoice(supplier.Series, InvoiceDay(book, 5)));
        long total = 0;
        foreach (var good in supplier.Goods)
        {
            // The first article is always bought, the others now and then.
            if (total == 0 || book.Random.Chance(60))
                total += draft.Buy(good.Account, book.Random.Kurus(good.LeastLira, good.MostLira), good.VatRate, good.Text);
        }

        var advance = Math.Min(book.Balance(SamplePartners.AdvanceAccount(supplier)), total / 2);
        if (advance > 0)
            draft.Credit(SamplePartners.AdvanceAccount(supplier), advance, "Avans mahsubu");
        return draft.Credit(supplier.Account, total - advance, "Alış faturası");
    }

    // At most ten days and a hundred invoices of the same nature, each on lines of its own with its own document (GİB Kılavuz 18).
    private static SampleDraft Collective(SampleBook book)
    {
        var supplier = SamplePartners.Suppliers[11];
        var first = book.Today.AddDays(-8);
        var draft = new SampleDraft("purchase-invoice", supplier.Name + " toplu alış faturaları", document: null)
        {
            Grouping = new VoucherGrouping { Kind = "invoices", Count = "5", From = DateField.Of(first), To = DateField.Of(first.AddDays(8)) },
        };
        for (var i = 0; i < 5; i++)
        {
            draft.Document = book.Invoice(supplier.Series, first.AddDays(2 * i));
            var text = string.Create(CultureInfo.InvariantCulture, $"Kırtasiye alımı {i + 1}");
            var total = draft.Buy("770.03", book.Random.Kurus(200 + (300 * i), 480 + (300 * i)), 20, text);
            draft.Credit(supplier.Account, total, text);
        }

        return draft;
    }

    private static DateOnly InvoiceDay(SampleBook book, int daysMost)
    {
        var day = book.Today.AddDays(-book.Random.Below(daysMost + 1));
        return day < book.Period.FirstDay ? book.Period.FirstDay : day;
    }
}
