using EDefter.Core.Rules;

namespace EDefter.Core.Workflow.Ports;

/// <summary>What the month's head remembers of its last check.</summary>
public sealed record CheckStamp
{
    /// <summary>The month's revision that was looked at.</summary>
    public required long Revision { get; init; }

    /// <summary>Everything beside the month's vouchers that the check depended on (company, chart, source count, drawer), as one hash; a change makes the check stale.</summary>
    public required string Basis { get; init; }

    /// <summary>"Today" of the check.</summary>
    public required DateOnly AsOf { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string RulePack { get; init; }

    public required long Errors { get; init; }

    public required long Warnings { get; init; }

    public required long Infos { get; init; }

    public required CheckTotals Totals { get; init; }

    /// <summary>The vouchers that were looked at (<see cref="MonthContents.Hash"/>); null in a stamp older than this word.</summary>
    public string? Contents { get; init; }

    /// <summary>The last commit of the fiscal year that the check has seen.</summary>
    public long? Sequence { get; init; }

    /// <summary>Name of the report's blob, content-named.</summary>
    public required string Report { get; init; }
}
