using System.Collections.Concurrent;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>
/// Appends to the audit trails: one for each company, and one of the house for what belongs to no company that exists. Who comes while a write is under way is written with the others that
/// wait, in one transaction, so that many requests at once cost about as many writes as one after the other would cost waits.
/// </summary>
public sealed class AuditTrail(IAuditLog log, ICompanies companies)
{
    /// <summary>Name of the house's own trail; no company's id begins with this character.</summary>
    public const string House = "~house";

    private readonly ConcurrentDictionary<string, AuditLane> lanes = new(StringComparer.Ordinal);

    /// <summary>Returns when the entry stands in its trail for good.</summary>
    /// <param name="company">The company it belongs to; null for none.</param>
    /// <param name="entry">What was done.</param>
    /// <param name="cancellationToken">Whoever waits has given up. Never the caller's leaving: what was done is recorded.</param>
    public async Task AppendAsync(string? company, AuditEntry entry, CancellationToken cancellationToken)
    {
        if (company is not null && await ExistsAsync(company, cancellationToken))
            await AppendKnownAsync(company, entry, cancellationToken);
        else
            await AppendKnownAsync(House, WithCompany(entry, company), cancellationToken);
    }

    /// <summary>As above, of a company that is known to exist.</summary>
    public async Task AppendKnownAsync(string company, AuditEntry entry, CancellationToken cancellationToken)
    {
        var lane = lanes.GetOrAdd(company, name => new AuditLane(name, log));
        await lane.AppendAsync(entry, cancellationToken);
    }

    /// <summary>Whether a company has a trail of its own. A company never goes away, so each is looked for until it is found.</summary>
    public async Task<bool> ExistsAsync(string company, CancellationToken cancellationToken) =>
        lanes.ContainsKey(company) || await companies.FindAsync(company, cancellationToken) is not null;

    // The company may be any text that an admin wrote into an address.
    private static AuditEntry WithCompany(AuditEntry entry, string? company) =>
        company is null ? entry : entry with { Ids = new SortedDictionary<string, string>(entry.Ids.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) { ["co"] = company } };
}
