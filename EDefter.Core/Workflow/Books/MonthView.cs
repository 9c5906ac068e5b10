using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>A month as people see it.</summary>
public sealed record MonthView
{
    public required Period Period { get; init; }

    public required long Revision { get; init; }

    public required MonthState State { get; init; }

    /// <summary>Live vouchers, cancelled ones included.</summary>
    public required long Vouchers { get; init; }

    /// <summary>Totals of the last check; absent when the month changed since.</summary>
    public MonthTotals? Totals { get; init; }

    /// <summary>Findings of the last check; absent when the month changed since.</summary>
    public FindingCounts? Findings { get; init; }

    /// <summary>The last day to upload its books and berats; absent for a company without e-Defter.</summary>
    public DeadlineView? Deadline { get; init; }

    public DateTimeOffset? CheckedAt { get; init; }

    public Numbers.NumberResult? Numbers { get; init; }

    public string? NumberedBy { get; init; }

    public int Archives { get; init; }

    public FiledStamp? Filed { get; init; }

    /// <summary>What the month end did, where a standing approval closes months.</summary>
    public MonthEnds.MonthEndView? MonthEnd { get; init; }
}
