using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Tests.Businesses;

/// <summary>The order of a day that every kind of company keeps: opening, the day's trade, what falls on days of the month, and the turns of month and year.</summary>
internal static class BusinessDay
{
    /// <param name="book">Says which day it is; each voucher is posted to it as it is yielded.</param>
    /// <param name="opening">What the first fiscal year begins with, in kuruş.</param>
    /// <param name="workday">What happens on any workday.</param>
    /// <param name="daysOfMonth">What falls on a certain day of the month.</param>
    /// <param name="monthEnd">What the last day of a month brings before KDV is closed.</param>
    public static IEnumerable<Voucher> Of(
        BusinessBook book,
        IEnumerable<(string Account, long Kurus)> opening,
        Func<BusinessBook, IEnumerable<SampleDraft>> workday,
        Func<BusinessBook, IEnumerable<SampleDraft>> daysOfMonth,
        Func<BusinessBook, IEnumerable<SampleDraft>> monthEnd)
    {
        if (book.Today == book.Year.Start)
            yield return YearEnd.Open(book, opening);
        if (book.IsWorkday)
        {
            foreach (var draft in workday(book))
                yield return book.Post(draft);
        }

        foreach (var draft in daysOfMonth(book))
            yield return book.Post(draft);
        if (!book.IsMonthEnd)
            yield break;
        foreach (var draft in monthEnd(book))
            yield return book.Post(draft);
        yield return YearEnd.CloseVat(book);
        foreach (var voucher in YearEnd.Mirror(book))
            yield return voucher;
        if (book.IsYearEnd)
        {
            foreach (var voucher in YearEnd.Close(book))
                yield return voucher;
        }
    }
}
