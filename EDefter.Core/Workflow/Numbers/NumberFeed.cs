using System.Runtime.CompilerServices;
using EDefter.Core.Journal;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>The numbers of a month for the ERP, again and again the same: a day's start plus the rank in the day.</summary>
public sealed class NumberFeed(MonthFinder months, NumberGuard guard, IVoucherLog log)
{
    public async Task<Outcome<OpenFeed>> OpenAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        if (month.Value.Head.Numbering is not { } stamp)
            return Refusals.NotNumbered(month.Value.Period);
        if (await guard.LookAsync(month.Value, month.Value.Period, cancellationToken) is { } broken)
            return broken;
        NumberingFault? fault = null;
        return new OpenFeed(ReadAsync(month.Value, stamp.Numbers, found => fault = found, cancellationToken), () => fault is null ? null : NumberGuard.RefusalOf(fault, month.Value.Period));
    }

    private async IAsyncEnumerable<NumberFeedItem> ReadAsync(BookMonth month, Numbering numbers, Action<NumberingFault?> judge, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var verifier = new NumberingVerifier(numbers, month.Period);
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.From, month.To, cancellationToken))
        {
            var vouchers = MonthNumberer.InBook(day).ToList();
            if (vouchers.Count == 0)
                continue;
            if (verifier.Take(day.Day!.Value, vouchers) is not { } start)
                break;
            var (number, line) = (start.FirstNumber, start.FirstLine);
            foreach (var (voucher, _) in vouchers)
            {
                yield return new NumberFeedItem(voucher.Voucher.Id, voucher.Voucher.Number, number, line, voucher.Lines.Length) { Part = voucher.Part };
                number++;
                line += voucher.Lines.Length;
            }
        }

        judge(verifier.Finish());
    }
}
