using EDefter.Core.Sealing.Difference;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>How two archives of a month differ.</summary>
public sealed record ArchiveDiff
{
    /// <summary>The archive that the differences are told from.</summary>
    public required ArchiveView Before { get; init; }

    public required ArchiveView After { get; init; }

    public required ArchiveTotals TotalsBefore { get; init; }

    public required ArchiveTotals TotalsAfter { get; init; }

    public required ChangeCounts Counts { get; init; }

    /// <summary>A page of the added and changed vouchers in the order of the later journal, then of the removed ones in the order of the earlier.</summary>
    public required IReadOnlyList<EntryChange> Items { get; init; }

    /// <summary>There are more after this page.</summary>
    public required bool HasMore { get; init; }
}
