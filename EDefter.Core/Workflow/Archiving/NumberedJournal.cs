using System.Runtime.CompilerServices;
using EDefter.Core.Journal;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>Reads a numbered month as journal entries, in order, a day at a time, and holds its numbers against its vouchers on the way.</summary>
public sealed class NumberedJournal(Snapshots snapshots, IVoucherLog log)
{
    /// <summary>For a reader who has let <see cref="NumberGuard"/> look before.</summary>
    /// <exception cref="NumbersChangedException">The vouchers read are not those that were numbered: the numbers were taken back meanwhile, or storage changed behind the guard's back.</exception>
    public async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadDaysAsync(BookMonth month, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stamp = month.Head.Numbering ?? throw new InvalidOperationException("The month is not numbered.");
        using var verifier = new NumberingVerifier(stamp.Numbers, month.Period);
        await foreach (var day in ReadDaysAsync(month, verifier, new NamesOnLines(), cancellationToken))
            yield return day;
        if (verifier.Finish() is { } fault)
            throw new NumbersChangedException(month.Period, fault);
    }

    /// <param name="month">A numbered month.</param>
    /// <param name="verifier">Begun with the month's numbers; the reading ends early at a fault, and the reader asks it to finish before publishing anything.</param>
    /// <param name="names">Sees every line's own names of accounts.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    public async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadDaysAsync(BookMonth month, NumberingVerifier verifier, NamesOnLines names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stamp = month.Head.Numbering ?? throw new InvalidOperationException("The month is not numbered.");
        var chart = await snapshots.ReadChartAsync(stamp.ChartSnapshot, cancellationToken);
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.From, month.To, cancellationToken))
        {
            var vouchers = MonthNumberer.InBook(day).ToList();
            if (vouchers.Count == 0)
                continue;
            if (verifier.Take(day.Day!.Value, vouchers) is not { } start)
                yield break;
            var (number, line) = (start.FirstNumber, start.FirstLine);
            var entries = new List<JournalEntry>(vouchers.Count);
            foreach (var (voucher, _) in vouchers)
            {
                names.Observe(voucher);
                if (JournalEntry.TryCreate(voucher, chart, number, line, out _) is not { } entry)
                {
                    verifier.Reject();
                    yield break;
                }

                entries.Add(entry);
                number++;
                line += entry.Lines.Count;
            }

            yield return entries;
        }
    }
}
