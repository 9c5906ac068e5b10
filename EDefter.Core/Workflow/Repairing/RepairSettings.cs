using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>
/// Changes a company's chart of accounts and profile for a repair, each conditionally. They lie in other rows than the vouchers, so they cannot change in
/// the same transaction: they come first, and are taken back when the rest is refused.
/// </summary>
public sealed class RepairSettings(ICompanies companies)
{
    /// <returns>Null when all of it stands; else why not, and nothing of it does.</returns>
    public async Task<Refusal?> MakeAsync(string company, SettingsChanges changes, CancellationToken cancellationToken)
    {
        if (await ChangeChartAsync(company, changes.Make, cancellationToken) is { } refused)
            return refused;
        if (await ChangeCompanyAsync(company, changes.Make, cancellationToken) is not { } second)
            return null;
        await ChangeChartAsync(company, changes.TakeBack, cancellationToken);
        return second;
    }

    /// <returns>Null when nothing of it stands any more; else why not, and all of it does.</returns>
    public async Task<Refusal?> TakeBackAsync(string company, SettingsChanges changes, CancellationToken cancellationToken)
    {
        if (await ChangeChartAsync(company, changes.TakeBack, cancellationToken) is { } refused)
            return refused;
        if (await ChangeCompanyAsync(company, changes.TakeBack, cancellationToken) is not { } second)
            return null;
        await ChangeChartAsync(company, changes.Make, cancellationToken);
        return second;
    }

    // Until no other writer comes between. A change that has nothing to do writes nothing.
    private async Task<Refusal?> ChangeChartAsync(string company, Func<ChartOfAccounts?, RepairOutcome<ChartOfAccounts>?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var chart = await companies.FindChartAsync(company, cancellationToken);
            if (change(chart?.Value) is not { } changed)
                return null;
            if (changed.IsRefused)
                return RepairCommit.RefusalOf(changed.Refusal);
            if (await companies.SaveChartAsync(company, changed.Value, chart?.Version, cancellationToken))
                return null;
        }
    }

    private async Task<Refusal?> ChangeCompanyAsync(string company, Func<Company, RepairOutcome<Company>?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await companies.FindAsync(company, cancellationToken) is not { } found)
                return Refusals.UnknownCompany(company);
            if (change(found.Value) is not { } changed)
                return null;
            if (changed.IsRefused)
                return RepairCommit.RefusalOf(changed.Refusal);
            if (await companies.SaveAsync(changed.Value, found.Version, cancellationToken))
                return null;
        }
    }
}
