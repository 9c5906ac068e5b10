using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>Everything beside the month's own vouchers that a check depends on, read once.</summary>
public sealed record CheckBasis
{
    public required ChartOfAccounts? Chart { get; init; }

    public required RulePack Pack { get; init; }

    public required SourceCount? SourceCount { get; init; }

    /// <summary>Identity of all of it: a check with another basis is stale.</summary>
    public required string Hash { get; init; }

    /// <summary>The last check saw exactly this month and this basis.</summary>
    public bool IsOf(MonthHead head) => head.Check is { } check && check.Revision == head.Revision && string.Equals(check.Basis, Hash, StringComparison.Ordinal);
}
