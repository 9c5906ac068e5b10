using System.Runtime.CompilerServices;
using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>
/// A month without numbers as journal entries, with the numbers it would get if its present vouchers were numbered after the months that have
/// numbers. Vouchers that cannot become entries yet are left out and told.
/// </summary>
public sealed class ProvisionalJournal(ICompanies companies, IVoucherLog log)
{
    /// <param name="month">Any month.</param>
    /// <param name="leftOut">Hears of every voucher that is left out.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadDaysAsync(BookMonth month, Action<VoucherFacts> leftOut, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var chart = (await companies.FindChartAsync(month.Book.Company.Id, cancellationToken))?.Value;
        var before = month.Heads.Values.Where(head => head.Period < month.Period && head.Numbering is not null).MaxBy(head => head.Period)?.Numbering?.Numbers;
        var (number, line) = ((before?.Last ?? 0) + 1, (before?.LastLine ?? 0) + 1);
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.From, month.To, cancellationToken))
        {
            var entries = new List<JournalEntry>();
            foreach (var (voucher, _) in MonthNumberer.InBook(day))
            {
                if (JournalEntry.TryCreate(voucher, chart, number, line, out _) is not { } entry)
                {
                    leftOut(voucher);
                    continue;
                }

                entries.Add(entry);
                number++;
                line += entry.Lines.Count;
            }

            yield return entries;
        }
    }
}
