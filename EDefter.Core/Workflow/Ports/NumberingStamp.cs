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

    /// <summary>Content-named copy of the company as it stood, so that a later change never changes an archive.</summary>
    public required string CompanySnapshot { get; init; }

    /// <summary>Content-named copy of the chart of accounts as it stood.</summary>
    public required string ChartSnapshot { get; init; }
}
