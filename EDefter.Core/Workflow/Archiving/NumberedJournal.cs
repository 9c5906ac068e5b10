using System.Runtime.CompilerServices;
using EDefter.Core.Journal;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>Reads a numbered month as journal entries, in order, a day at a time.</summary>
public sealed class NumberedJournal(Snapshots snapshots, IVoucherLog log)
{
    public async IAsyncEnumerable<IReadOnlyList<JournalEntry>> ReadDaysAsync(BookMonth month, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stamp = month.Head.Numbering ?? throw new InvalidOperationException("The month is not numbered.");
        var chart = await snapshots.ReadChartAsync(stamp.ChartSnapshot, cancellationToken);
        var starts = stamp.Numbers.Days.ToDictionary(start => start.Day);
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.From, month.To, cancellationToken))
        {
            if (!starts.TryGetValue(day.Day!.Value, out var start))
                continue;
            var (number, line) = (start.FirstNumber, start.FirstLine);
            var entries = new List<JournalEntry>();
            foreach (var (voucher, _) in MonthNumberer.InBook(day))
            {
                var entry = JournalEntry.Create(voucher, chart, number, line);
                entries.Add(entry);
                number++;
                line += entry.Lines.Count;
            }

            yield return entries;
        }
    }
}
