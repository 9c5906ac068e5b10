using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>The head of a report; its findings stand in a blob of their own, because there may be millions.</summary>
public sealed record CheckReport
{
    public required string Company { get; init; }

    public required string Branch { get; init; }

    /// <summary>The month; absent for any other range.</summary>
    public Period? Period { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>The month's revision that was looked at; absent for a range.</summary>
    public long? Revision { get; init; }

    public required MonthState State { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary>"Today" of the rules that need one.</summary>
    public required DateOnly AsOf { get; init; }

    public required string RulePack { get; init; }

    public required MonthTotals Totals { get; init; }

    public required FindingCounts Counts { get; init; }

    public required IReadOnlyList<RuleCoverage> Coverage { get; init; }

    /// <summary>The blob that holds the findings; stays in storage and is never told to a caller.</summary>
    public string? FindingsBlob { get; init; }

    /// <summary>The findings that stand in the order of the vouchers; null: nothing is known of their order. It stays in storage too.</summary>
    public FindingsSpan? InOrder { get; init; }
}
