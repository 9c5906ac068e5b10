using EDefter.Core.Companies;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Backups;

/// <summary>
/// Where a company comes to be. One at a time stands there: a restore, or whoever sends the profile of a new company. What a restore wrote before the company exists would come to life in the
/// new one's books, and what it has still to write would mix with theirs.
/// </summary>
public sealed class CompanyGround(IBackups backups, IJobs jobs)
{
    /// <summary>Makes a company that was not found, on empty ground.</summary>
    /// <returns>The company; a refusal while a restore of it is running; null when somebody came first: look again.</returns>
    public async Task<Outcome<Company>?> MakeAsync(Company company, CancellationToken cancellationToken)
    {
        var found = await backups.FindPlaceAsync(company.Id, cancellationToken);
        if (await RunningAsync(jobs, found?.Value, cancellationToken) is { } running)
            return Refusals.CompanyRestoring(company.Id, running);
        var mine = new RestorePlace(Job: string.Empty, Run: 0, found?.Value.Texts ?? []);
        if (await backups.SavePlaceAsync(company.Id, mine, found?.Version, cancellationToken) is not { } version)
            return null;
        if (await backups.ClearAsync(company.Id, new Versioned<RestorePlace>(mine, version), static () => Task.CompletedTask, cancellationToken)
            && await backups.MakeCompanyAsync(company, version, cancellationToken))
            return company;
        await backups.LeavePlaceAsync(company.Id, version, cancellationToken);
        return null;
    }

    /// <summary>The restore that has the place and goes on; null when it has ended, or nobody reads anything back there.</summary>
    internal static async Task<string?> RunningAsync(IJobs jobs, RestorePlace? place, CancellationToken cancellationToken) =>
        place is { Job: { Length: > 0 } job } && await jobs.FindAsync(job, cancellationToken) is { Value: var running } && !JobDesk.HasEnded(running) ? job : null;
}
