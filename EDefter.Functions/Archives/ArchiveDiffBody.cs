using EDefter.Core.Sealing.Difference;
using EDefter.Core.Workflow.Archiving;

namespace EDefter.Functions.Archives;

/// <summary>Answer of GET …/archives/{id}/diff/{other}.</summary>
public sealed record ArchiveDiffBody(ArchiveDiffSide Before, ArchiveDiffSide After, ChangeCounts Counts, IReadOnlyList<EntryChange> Items, string? Next)
{
    public static ArchiveDiffBody Of(ArchiveDiff diff, string? next) =>
        new(new ArchiveDiffSide(diff.Before, diff.TotalsBefore), new ArchiveDiffSide(diff.After, diff.TotalsAfter), diff.Counts, diff.Items, next);
}
