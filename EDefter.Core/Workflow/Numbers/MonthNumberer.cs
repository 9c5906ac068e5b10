using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>Works out a month's numbers from its vouchers; writes nothing.</summary>
public sealed class MonthNumberer(MonthCheck monthCheck, NumberGuard guard, IVoucherLog log)
{
    /// <summary>The numbers the month would get, or why it gets none: standing errors, an open month before it, a numbered month after it, numbers before it that are not those that were given.</summary>
    public async Task<Outcome<NumberedMonth>> NumberAsync(BookMonth month, JobProgress progress, CancellationToken cancellationToken)
    {
        if (NumberGate.WhyNotNumber(month.Book.Company, month.Year, month.Period, month.Heads) is { } refusal)
            return refusal;
        var begins = NumberGate.BeginsNumbers(month.Book.Company, month.Year, month.Period, month.Heads);
        if (!begins && await guard.LookAsync(month, month.Period.Previous, cancellationToken) is { } broken)
            return broken;
        var check = await monthCheck.FreshAsync(month, progress, cancellationToken);
        if (check.IsRefused)
            return check.Refusal;
        if (check.Value.Stamp.Errors > 0)
            return Refusals.Of("NUM009", "standing-errors", 409, month.Period, ("adet", TurkishText.Count(check.Value.Stamp.Errors))).WithCount(check.Value.Stamp.Errors);
        var contents = await log.ReadContentsAsync(month.Book.Id, month.Year, month.Period, check.Value.Stamp.Sequence ?? long.MaxValue, cancellationToken);
        if (WhyNotThese(month, check.Value.Stamp, contents) is { } changed)
            return changed;
        if (check.Value.Stamp.Totals is var totals && totals.Received != totals.Processed)
            return Refusals.RowsLost(month.Period, totals.Received, totals.Processed);
        var chart = check.Value.Basis.Chart;
        var before = begins ? null : month.Heads[month.Period.Previous].Numbering!.Numbers;
        var names = new NamesOnLines();
        using var builder = new NumberingBuilder(before, chart);
        var total = month.To.DayNumber - month.From.DayNumber + 1;
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.From, month.To, cancellationToken))
        {
            var vouchers = InBook(day).ToList();
            foreach (var (voucher, _) in vouchers)
                names.Observe(voucher);
            if (!builder.TryAddDay(day.Day!.Value, vouchers, out var fault))
                return await WhyChangedAsync(month, check.Value.Stamp, fault!, cancellationToken);
            await progress.ReportAsync("Yevmiye numaraları veriliyor", day.Day.Value.DayNumber - month.From.DayNumber + 1, total, cancellationToken);
        }

        // The names are chosen with the numbers and frozen with them: one account, one name, in every archive of the month.
        return new NumberedMonth(builder.Complete(month.Book.Id, month.Period), names.Complete(chart), contents);
    }

    // The check found no error, so what is no entry has come since.
    private async Task<Refusal> WhyChangedAsync(BookMonth month, CheckStamp check, string fault, CancellationToken cancellationToken)
    {
        var contents = await log.ReadContentsAsync(month.Book.Id, month.Year, month.Period, check.Sequence ?? long.MaxValue, cancellationToken);
        return WhyNotThese(month, check, contents) ?? throw new InvalidOperationException(fault);
    }

    // FIS014 and FIS015: every voucher lives once, and they are those that the rules have seen.
    private static Refusal? WhyNotThese(BookMonth month, CheckStamp check, MonthContents contents)
    {
        if (contents.Doubled is { } doubled)
            return NumberGuard.DoubledRefusal(doubled, month.Period);
        return string.Equals(contents.Hash, check.Contents, StringComparison.Ordinal) ? null : NumberGuard.ChangedSinceRefusal(month.Period, contents);
    }

    /// <summary>What of a day is in the book, entry by entry in the order of the journal.</summary>
    public static IEnumerable<(VoucherFacts Voucher, string ContentHash)> InBook(DayVouchers day) =>
        JournalOrder.Entries(day.Vouchers).Where(static entry => entry.Entry.InBook);
}
