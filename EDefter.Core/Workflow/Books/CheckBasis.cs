using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>Everything beside the range's own vouchers that a check depends on, read once.</summary>
public sealed record CheckBasis
{
    public required ChartOfAccounts? Chart { get; init; }

    public required RulePack Pack { get; init; }

    public required SourceCount? SourceCount { get; init; }

    /// <summary>Name of the mizan that was sent for the month, or null.</summary>
    public required string? TrialBalance { get; init; }

    /// <summary>Name of the opening balances that were sent for the fiscal year, or null.</summary>
    public required string? OpeningBalances { get; init; }

    public required ExchangeRates? Rates { get; init; }

    public required FiscalYear? Year { get; init; }

    /// <summary>Heads of the fiscal year's months: those before the range tell what lies before it.</summary>
    public required IReadOnlyDictionary<Period, MonthHead> Heads { get; init; }

    /// <summary>Head of the last month of the fiscal year before, for a range that begins with the fiscal year.</summary>
    public required MonthHead? HeadBefore { get; init; }

    /// <summary>The fiscal year, when months of it are numbered and the profile names another one.</summary>
    public required FiscalYear? NumberedYear { get; init; }

    public required IReadOnlyList<Branch> FormerBranches { get; init; }

    /// <summary>Identity of all of it: a check with another basis is stale.</summary>
    public required string Hash { get; init; }

    /// <summary>The last check saw exactly this month and this basis.</summary>
    public bool IsOf(MonthHead head) => head.Check is { } check && check.Revision == head.Revision && string.Equals(check.Basis, Hash, StringComparison.Ordinal);
}
