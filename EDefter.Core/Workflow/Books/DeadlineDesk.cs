using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>The last days to upload a company's months.</summary>
public sealed class DeadlineDesk(ICompanies companies, TimeProvider clock)
{
    /// <param name="company">Company id.</param>
    /// <param name="year">A day or month inside the fiscal year, or the year it starts in; null or empty: all fiscal years that are known.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <returns>By month; empty for a company without e-Defter.</returns>
    public async Task<Outcome<IReadOnlyList<DeadlineView>>> OfAsync(string company, string? year, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is not { } found)
            return Refusals.UnknownCompany(company);
        IEnumerable<FiscalYear> years = found.Value.FiscalYears;
        if (!string.IsNullOrEmpty(year))
        {
            if (MonthOverview.FindYear(found.Value, year) is not { } asked)
                return Refusals.UnknownYear(year);
            years = [asked];
        }

        var today = TurkishDay.Of(clock.GetUtcNow());
        return Outcomes.Of<IReadOnlyList<DeadlineView>>([.. years
            .SelectMany(static fiscalYear => fiscalYear.Periods())
            .Distinct()
            .Select(period => DeadlineView.Of(found.Value, period, today))
            .OfType<DeadlineView>()]);
    }
}
