using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

/// <summary>Company profiles and charts of accounts, each with the version that a conditional change needs.</summary>
public interface ICompanies
{
    Task<Versioned<Company>?> FindAsync(string company, CancellationToken cancellationToken);

    IAsyncEnumerable<Company> ListAsync(CancellationToken cancellationToken);

    /// <summary>Inserts (version null) or replaces. False when another writer came first.</summary>
    Task<bool> SaveAsync(Company company, string? version, CancellationToken cancellationToken);

    /// <summary>Null when no chart was ever sent and no repair ever added a name.</summary>
    Task<Versioned<ChartOfAccounts>?> FindChartAsync(string company, CancellationToken cancellationToken);

    Task<bool> SaveChartAsync(string company, ChartOfAccounts chart, string? version, CancellationToken cancellationToken);

    /// <summary>A profile of the company's own; null when none was ever kept under that id.</summary>
    Task<Versioned<CompanyProfile>?> FindProfileAsync(string company, CompanyProfileKind kind, string id, CancellationToken cancellationToken);

    /// <summary>Every profile of the company of that kind, deleted ones too, in ordinal order of ids.</summary>
    IAsyncEnumerable<CompanyProfile> ListProfilesAsync(string company, CompanyProfileKind kind, CancellationToken cancellationToken);

    /// <summary>Inserts (version null) or replaces. False when another writer came first.</summary>
    Task<bool> SaveProfileAsync(CompanyProfile profile, string? version, CancellationToken cancellationToken);
}
