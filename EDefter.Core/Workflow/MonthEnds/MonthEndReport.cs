using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>What the month end did to a month, step by step, or why it stopped: a note of the log.</summary>
public sealed record MonthEndReport
{
    public required Period Period { get; init; }

    /// <summary>The job.</summary>
    public required string Job { get; init; }

    public required MonthEndOutcome Outcome { get; init; }

    /// <summary>The person whose standing approval it rests on.</summary>
    public required string ApprovedBy { get; init; }

    public required DateOnly ApprovedOn { get; init; }

    public required string Profile { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public IReadOnlyList<MonthEndStep> Steps { get; init; } = [];

    /// <summary>Why it stopped or failed, in Turkish; null while it runs and when it is done.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether anybody was told, in Turkish. Found out when the document is read.</summary>
    public string? Told { get; init; }

    /// <summary>Who was told, when, and with what outcome. Found out when the document is read.</summary>
    public IReadOnlyList<MonthEndTelling>? Tellings { get; init; }

    internal const string Prefix = "month-end|";

    /// <summary>Documents that another month end of the same month followed.</summary>
    internal const string PastPrefix = "month-end-past|";

    /// <summary>Nobody but a person can bring the month to its end now.</summary>
    internal bool WaitsForAPerson => Outcome is MonthEndOutcome.Stopped or MonthEndOutcome.Failed;

    internal static string KeyOf(Period period) => Prefix + period;

    internal string PastKey => $"{PastPrefix}{Period}|{Job}";
}
