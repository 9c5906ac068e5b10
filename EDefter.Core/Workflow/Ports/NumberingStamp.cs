using EDefter.Core.Journal;

namespace EDefter.Core.Workflow.Ports;

/// <summary>The numbers of a month and what they were given for.</summary>
public sealed record NumberingStamp
{
    public required Numbering Numbers { get; init; }

    /// <summary>The month's revision with these numbers; part of every archive's identity.</summary>
    public required long Revision { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The vouchers that were numbered (<see cref="MonthContents.Hash"/>); null in a stamp older than this word.</summary>
    public string? Contents { get; init; }

    /// <summary>The last commit of the fiscal year that these numbers have seen.</summary>
    public long? Sequence { get; init; }

    /// <summary>Content-named copy of the company as it stood, so that a later change never changes an archive.</summary>
    public required string CompanySnapshot { get; init; }

    /// <summary>Content-named copy of the chart of accounts as it stood.</summary>
    public required string ChartSnapshot { get; init; }
}
