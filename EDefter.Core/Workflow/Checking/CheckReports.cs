using EDefter.Core.Companies;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Acknowledging;
using EDefter.Core.Workflow.Books;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Finds the reports that checks left behind.</summary>
public sealed class CheckReports(BookFinder books, MonthFinder months, RangeCheck rangeCheck, AcknowledgedReports reports)
{
    /// <summary>The report of the month's last check, also when the month changed since: its revision says so.</summary>
    public async Task<Outcome<OpenReport>> OpenMonthAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        if (!Period.TryParse(period, out var asked))
            return Refusals.InvalidPeriod(period);
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        if (MonthFinder.YearOf(book.Value.Company, asked) is null)
            return await OpenAsync(book.Value, await rangeCheck.NameAsync(book.Value, asked.FirstDay, asked.LastDay, cancellationToken), TurkishText.Month(asked), cancellationToken);
        var month = await months.FindAsync(book.Value, asked, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        return month.Value.Head.Check is { } check
            ? await OpenAsync(book.Value, new ReportName(check.Report), TurkishText.Month(asked), cancellationToken)
            : Refusals.NotChecked(TurkishText.Month(asked));
    }

    public async Task<Outcome<OpenReport>> OpenRangeAsync(string company, string branch, string? from, string? to, CancellationToken cancellationToken)
    {
        if (!CheckDesk.TryReadRange(from, to, out var first, out var last))
            return Refusals.InvalidRange(from ?? string.Empty, to ?? string.Empty);
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        return await OpenAsync(book.Value, await rangeCheck.NameAsync(book.Value, first, last, cancellationToken), $"{TurkishText.Date(first)} – {TurkishText.Date(last)}", cancellationToken);
    }

    private async Task<Outcome<OpenReport>> OpenAsync(Book book, ReportName name, string what, CancellationToken cancellationToken) =>
        await reports.OpenAsync(book, name, cancellationToken) is { } report ? report : Refusals.NotChecked(what);
}
