using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>The day's Z report of every cash register: revenue by VAT rate, konaklama vergisi, and how the guests paid.</summary>
public sealed class ZReports : ISampleBusiness
{
    // Several customers' cash of one day stays well under what looks like one payment above the tevsik limit (BEL019).
    private const long CashMostKurus = 28_000_00;

    private static readonly string[] Outlets = ["Ön Büro", "Restoran", "Spa ve Market"];

    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        for (var register = 0; register < Outlets.Length * book.Scale; register++)
            yield return Report(book, register);
    }

    private static SampleDraft Report(SampleBook book, int register)
    {
        var outlet = Outlets[register % Outlets.Length];
        var series = string.Create(CultureInfo.InvariantCulture, $"{register + 1:D2}");
        var number = string.Create(CultureInfo.InvariantCulture, $"{series}-{411 + book.NextOf("z" + series):D6}");
        var today = DateField.Of(book.Today);
        var sales = new SampleDraft("z-report", outlet + " Z raporu", book.Other("Z Raporu İcmali", number));
        var total = Sales(book, sales, register % Outlets.Length);
        var draft = new SampleDraft(sales.Module, sales.Comment, sales.Document) { Grouping = new VoucherGrouping { Kind = "zReport", Count = "1", From = today, To = today } };
        Payments(book, draft, total, outlet);
        return draft.Append(sales);
    }

    private static long Sales(SampleBook book, SampleDraft draft, int outlet)
    {
        var random = book.Random;
        switch (outlet)
        {
            case 0:
                var rooms = random.Kurus(18_000, 64_000);
                var roomTax = SampleBook.Percent(rooms, 2);
                var total = draft.Sell("600.01", rooms, 10, "Konaklama satışı") + draft.Sell("600.05", random.Kurus(900, 5_200), 20, "Çamaşırhane ve otopark satışı");
                draft.Credit("360.03", roomTax, "Konaklama vergisi %2");
                return total + roomTax;
            case 1:
                return draft.Sell("600.02", random.Kurus(9_000, 36_000), 10, "Yiyecek ve içecek satışı") + draft.Sell("600.03", random.Kurus(3_000, 17_000), 20, "Alkollü içecek satışı");
            default:
                return draft.Sell("600.04", random.Kurus(2_500, 9_500), 20, "Spa satışı") + draft.Sell("600.06", random.Kurus(300, 1_900), 1, "Market temel gıda satışı") + draft.Sell("600.07", random.Kurus(250, 2_400), 20, "Market hediyelik satışı");
        }
    }

    private static void Payments(SampleBook book, SampleDraft draft, long total, string outlet)
    {
        var cash = Math.Min(total * book.Random.Between(12, 26) / 100, CashMostKurus);
        var transfer = book.Random.Chance(40) ? total * book.Random.Between(4, 9) / 100 : 0;
        var card = total - cash - transfer;
        var second = card * book.Random.Between(25, 45) / 100;
        draft.Debit("100.01", cash, outlet + " nakit satış");
        draft.Debit("102.01", transfer, outlet + " karekod ile ödeme");
        draft.Debit("108.01", card - second, outlet + " kartla satış, Güven Bankası");
        draft.Debit("108.02", second, outlet + " kartla satış, Çınar Bankası");
    }
}
