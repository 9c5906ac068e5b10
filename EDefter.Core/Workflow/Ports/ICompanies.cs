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
}
