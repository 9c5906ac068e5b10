using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>Works out a month's numbers from its vouchers; writes nothing.</summary>
public sealed class MonthNumberer(MonthCheck monthCheck, IVoucherLog log)
{
    /// <summary>The numbers the month would get, or why it gets none: standing errors, an open month before it, a numbered month after it.</summary>
    public async Task<Outcome<NumberedMonth>> NumberAsync(BookMonth month, JobProgress progress, CancellationToken cancellationToken)
    {
        if (NumberGate.WhyNotNumber(month.Book.Company, month.Year, month.Period, month.Heads) is { } refusal)
            return refusal;
        var check = await monthCheck.FreshAsync(month, progress, cancellationToken);
        if (check.IsRefused)
            return check.Refusal;
        if (check.Value.Stamp.Errors > 0)
            return Refusals.Of("NUM009", "standing-errors", 409, month.Period, ("adet", TurkishText.Count(check.Value.Stamp.Errors))).WithCount(check.Value.Stamp.Errors);
        if (check.Value.Stamp.Totals is var totals && totals.Received != totals.Processed)
            return Refusals.RowsLost(month.Period, totals.Received, totals.Processed);
        var chart = check.Value.Basis.Chart;
        var before = NumberGate.BeginsNumbers(month.Book.Company, month.Year, month.Period, month.Heads) ? null : month.Heads[month.Period.Previous].Numbering!.Numbers;
        using var builder = new NumberingBuilder(before, chart);
        var total = month.To.DayNumber - month.From.DayNumber + 1;
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.From, month.To, cancellationToken))
        {
            builder.AddDay(day.Day!.Value, InBook(day));
            await progress.ReportAsync("Yevmiye numaraları veriliyor", day.Day.Value.DayNumber - month.From.DayNumber + 1, total, cancellationToken);
        }

        return new NumberedMonth(builder.Complete(month.Book.Id, month.Period), chart);
    }

    /// <summary>What of a day is in the book, entry by entry in the order of the journal.</summary>
    public static IEnumerable<(VoucherFacts Voucher, string ContentHash)> InBook(DayVouchers day) =>
        JournalOrder.Entries(day.Vouchers).Where(static entry => entry.Entry.InBook);
}
