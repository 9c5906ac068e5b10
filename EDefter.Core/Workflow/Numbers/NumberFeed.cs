using System.Runtime.CompilerServices;
using EDefter.Core.Journal;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>The numbers of a month for the ERP, again and again the same: a day's start plus the rank in the day.</summary>
public sealed class NumberFeed(MonthFinder months, IVoucherLog log)
{
    public async Task<Outcome<IAsyncEnumerable<NumberFeedItem>>> OpenAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        return month.Value.Head.Numbering is { } stamp
            ? Outcomes.Of(ReadAsync(month.Value, stamp.Numbers, cancellationToken))
            : Refusals.NotNumbered(month.Value.Period);
    }

    private async IAsyncEnumerable<NumberFeedItem> ReadAsync(BookMonth month, Numbering numbers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var starts = numbers.Days.ToDictionary(start => start.Day);
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.From, month.To, cancellationToken))
        {
            if (!starts.TryGetValue(day.Day!.Value, out var start))
                continue;
            var (number, line) = (start.FirstNumber, start.FirstLine);
            foreach (var (voucher, _) in MonthNumberer.InBook(day))
            {
                yield return new NumberFeedItem(voucher.Voucher.Id, voucher.Voucher.Number, number, line, voucher.Lines.Length) { Part = voucher.Part };
                number++;
                line += voucher.Lines.Length;
            }
        }
    }
}
