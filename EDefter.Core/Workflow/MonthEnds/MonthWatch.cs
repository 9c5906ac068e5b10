using System.Runtime.CompilerServices;
using EDefter.Core.Calendar;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>Looks for months that wait for a person: their last day is near and nothing was handed over yet, or their month end has stopped or failed.</summary>
public sealed class MonthWatch(ICompanies companies, BookFinder books, MonthFinder months, MonthEndReports reports, TimeProvider clock)
{
    /// <summary>As many days before the last day as the company's people need to finish a month.</summary>
    public const int DaysAhead = 5;

    // The longest way from a month to its last day: a person's quarter that ends with a fiscal year in January follows the return of March of the next year.
    private const int MonthsBack = 17;

    public async IAsyncEnumerable<WatchedMonth> LookAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var today = TurkishDay.Of(clock.GetUtcNow());
        await foreach (var company in companies.ListAsync(cancellationToken))
        {
            foreach (var id in company.Books())
            {
                var book = await books.FindAsync(id.Company, id.Branch, cancellationToken);
                if (book.IsRefused)
                    continue;
                await foreach (var month in LookAsync(book.Value, today, cancellationToken))
                    yield return month;
            }
        }
    }

    private async IAsyncEnumerable<WatchedMonth> LookAsync(Book book, DateOnly today, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var period = Period.Of(today);
        for (var back = 0; back < MonthsBack; back++)
        {
            period = period.Previous;
            int? daysLeft = DeadlineCalendar.DueOf(book.Company, period) is { } deadline && deadline.Due.DayNumber - today.DayNumber is >= 0 and <= DaysAhead and var days ? days : null;
            // Month ends close the month before; what stopped longer ago has been told every morning since.
            if ((daysLeft is null && back > 0) || IsBeforeAdoption(book.Company, period))
                continue;
            var month = await months.FindAsync(book, period, cancellationToken);
            if (month.IsRefused || IsDone(month.Value.Head))
                continue;
            var hasStopped = back == 0 && (await reports.FindAsync(month.Value, cancellationToken))?.Value.WaitsForAPerson == true;
            if (daysLeft is not null || hasStopped)
                yield return new WatchedMonth(book.Id, period, month.Value.Head.State, daysLeft, hasStopped);
        }
    }

    private static bool IsBeforeAdoption(Company company, Period period) => company.AdoptionDate is { } adopted && adopted > period.LastDay;

    // An empty month has numbers and no archive.
    private static bool IsDone(MonthHead head) => head.State is MonthState.Archived or MonthState.Filed || head.Numbering is { Numbers.Vouchers: 0 };
}
