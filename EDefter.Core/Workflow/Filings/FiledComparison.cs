using EDefter.Core.Companies;
using EDefter.Core.Sealing.Difference;
using EDefter.Core.Workflow.Archiving;

namespace EDefter.Core.Workflow.Filings;

/// <summary>What was filed for a month, held against what the month says now.</summary>
public sealed record FiledComparison
{
    public required Period Period { get; init; }

    /// <summary>The files that were compared, in their order.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public required FiledCounts Counts { get; init; }

    /// <summary>Of every entry of the filed book that could be read.</summary>
    public required ArchiveTotals Filed { get; init; }

    public required ArchiveTotals Here { get; init; }

    /// <summary>A page of the differences, by madde no.</summary>
    public required IReadOnlyList<FiledDifference> Items { get; init; }

    /// <summary>There are more after this page.</summary>
    public required bool HasMore { get; init; }
}
