using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>A run of Muhasebe Bakım: what is kept of it beside the month's head. The plan itself lies in a blob.</summary>
public sealed record RepairRun
{
    public required string Run { get; init; }

    public required Period Period { get; init; }

    /// <summary>The month's revision that the plan was made of.</summary>
    public required long Revision { get; init; }

    public required RepairRunState State { get; init; }

    /// <summary>Changes in the plan.</summary>
    public required int Changes { get; init; }

    public required long Unrepairable { get; init; }

    /// <summary>The asking whose blob holds the changes that stand applied now; null when none stand. There may be more of them than a row can hold.</summary>
    public string? Standing { get; init; }

    /// <summary>The asking whose blob holds the vouchers as they were before the run was applied.</summary>
    public string? Before { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<RepairAct> Acts { get; init; }
}
