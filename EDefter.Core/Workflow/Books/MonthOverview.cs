using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Acknowledging;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>The months of a book with their states and totals.</summary>
public sealed class MonthOverview(BookFinder books, MonthFinder months, CheckBasisReader bases, AcknowledgementJudge acknowledgements, AcknowledgedReports reports, IVoucherLog log, TimeProvider clock)
{
    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="year">A day or month inside the fiscal year, or the year it starts in; null or empty: the latest.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<IReadOnlyList<MonthView>>> YearAsync(string company, string branch, string? year, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var fiscalYear = FindYear(book.Value.Company, year);
        if (fiscalYear is null)
            return Outcomes.Of<IReadOnlyList<MonthView>>([]);
        var heads = await log.ReadHeadsAsync(book.Value.Id, fiscalYear, cancellationToken);
        var basis = await bases.ReadAsync(book.Value, fiscalYear, heads, cancellationToken);
        var standing = await acknowledgements.StandingAsync(book.Value, cancellationToken);
        var views = new List<MonthView>();
        var monthEnds = await MonthEndsAsync(book.Value.Id, fiscalYear, MonthEndReport.Prefix, cancellationToken);
        foreach (var period in fiscalYear.Periods())
            views.Add(await ViewAsync(book.Value.Company, heads.GetValueOrDefault(period) ?? BookMonth.Untouched(period), basis.For(period), standing, cancellationToken) with { MonthEnd = monthEnds.GetValueOrDefault(period) });
        return views;
    }

    public async Task<Outcome<MonthView>> MonthAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var basis = await bases.ReadAsync(month.Value, cancellationToken);
        var monthEnds = await MonthEndsAsync(month.Value.Book.Id, month.Value.Year, MonthEndReport.KeyOf(month.Value.Period), cancellationToken);
        return await ViewAsync(month.Value.Book.Company, month.Value.Head, basis, await acknowledgements.StandingAsync(month.Value.Book, cancellationToken), cancellationToken) with { MonthEnd = monthEnds.GetValueOrDefault(month.Value.Period) };
    }

    private async Task<MonthView> ViewAsync(Company company, MonthHead head, CheckBasis basis, StandingAcknowledgements standing, CancellationToken cancellationToken)
    {
        var isFresh = basis.IsOf(head);
        var acknowledged = isFresh ? await reports.CountAsync(head.Check!, standing, cancellationToken) : 0;
        return new MonthView
        {
            Period = head.Period,
            Revision = head.Revision,
            State = !isFresh && (head.State is MonthState.Clean or MonthState.Faulty) ? MonthState.Open : head.State,
            Vouchers = head.Vouchers,
            Totals = isFresh ? Totals(head.Check!.Totals) : null,
            Findings = isFresh ? new FindingCounts(head.Check!.Errors, head.Check.Warnings, head.Check.Infos, acknowledged) : null,
            Deadline = DeadlineView.Of(company, head.Period, TurkishDay.Of(clock.GetUtcNow())),
            CheckedAt = isFresh ? head.Check!.At : null,
            Numbers = head.Numbering is { } stamp ? NumberResult.Of(head.Period, stamp.Numbers) : null,
            NumberedBy = head.Numbering?.By,
            Archives = head.Archives.Count,
            Filed = head.Filed,
        };
    }

    private async Task<Dictionary<Period, MonthEndView>> MonthEndsAsync(BookId book, FiscalYear year, string keys, CancellationToken cancellationToken)
    {
        var views = new Dictionary<Period, MonthEndView>();
        await foreach (var note in log.ReadNotesAsync(book, year, keys, cancellationToken))
        {
            var report = WireJson.Read<MonthEndReport>(note.Json);
            views[report.Period] = MonthEndView.Of(report);
        }

        return views;
    }

    internal static MonthTotals Totals(CheckTotals totals) =>
        new(totals.Vouchers, totals.Lines, totals.Debit, totals.Credit, totals.Received, totals.Processed, totals.Cancelled, totals.Undated);

    /// <summary>A fiscal year by a day or month inside it, or by the calendar year it starts in; null or empty: the latest.</summary>
    internal static FiscalYear? FindYear(Company company, string? year)
    {
        if (string.IsNullOrEmpty(year))
            return company.FiscalYears.Count == 0 ? null : company.FiscalYears[^1];
        if (Period.TryParse(year, out var period))
            return MonthFinder.YearOf(company, period);
        if (DateOnly.TryParseExact(year, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return company.YearOf(day);
        return company.FiscalYears.FirstOrDefault(candidate => string.Equals(candidate.Start.Year.ToString(CultureInfo.InvariantCulture), year, StringComparison.Ordinal));
    }
}
