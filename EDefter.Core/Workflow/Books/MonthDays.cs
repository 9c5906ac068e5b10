using EDefter.Core.Rules;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>The days of a month with their totals, as a check counts them: an empty day or one that towers over the others is seen at once.</summary>
public sealed class MonthDays(MonthFinder months, IVoucherLog log)
{
    /// <returns>The days that have vouchers in the book, in order.</returns>
    public async Task<Outcome<IReadOnlyList<DayTotals>>> ReadAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var days = new List<DayTotals>();
        await foreach (var day in log.ReadDaysAsync(month.Value.Book.Id, month.Value.Year, month.Value.From, month.Value.To, cancellationToken))
        {
            if (day.Day is { } date && Sum(date, day.Vouchers) is { Vouchers: > 0 } totals)
                days.Add(totals);
        }

        return days;
    }

    private static DayTotals Sum(DateOnly day, IReadOnlyList<StoredVoucher> vouchers)
    {
        var totals = new DayTotals(day, 0, 0, 0, 0);
        foreach (var stored in vouchers)
        {
            var facts = VoucherFacts.Of(stored.Voucher);
            if (facts.InBook)
                totals = new DayTotals(day, totals.Vouchers + 1, totals.Lines + facts.Lines.Length, totals.Debit + facts.Debit, totals.Credit + facts.Credit);
        }

        return totals;
    }
}
