using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Workflow.Archiving;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>What a rehearsal found: the month as the authority's rules see it, with the way back to the vouchers.</summary>
public sealed record RehearsalReport
{
    public required string Company { get; init; }

    public required string Branch { get; init; }

    public required Period Period { get; init; }

    /// <summary>The month's revision that was rehearsed.</summary>
    public required long Revision { get; init; }

    /// <summary>The month is still at that revision.</summary>
    public bool Current { get; init; } = true;

    /// <summary>The numbers are those that were given; false: those that the month would get now.</summary>
    public required bool Numbered { get; init; }

    /// <summary>Nothing was found, and nothing was left out.</summary>
    public required bool Clean { get; init; }

    /// <summary>yyyy-MM-dd, as it stands in the documents.</summary>
    public required DateOnly CreationDate { get; init; }

    public required int FirstSeries { get; init; }

    public required int Parts { get; init; }

    public required long Entries { get; init; }

    /// <summary>Turkish: what was assumed, and what a rehearsal does not look at.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>The authority's asserts about signatures: not asked of what nobody has signed.</summary>
    public required IReadOnlyList<string> NotAsked { get; init; }

    public required SchemaStatement Schema { get; init; }

    public required IReadOnlyList<RehearsedDocument> Documents { get; init; }

    public required long FindingCount { get; init; }

    /// <summary>The first five hundred of each document.</summary>
    public required IReadOnlyList<RehearsalFinding> Findings { get; init; }

    /// <summary>Values that no XML can hold; the first thousand.</summary>
    public required IReadOnlyList<UnwritableValue> Unwritable { get; init; }

    public required long UnwritableCount { get; init; }

    /// <summary>Vouchers that cannot become entries yet; the first hundred.</summary>
    public required IReadOnlyList<LeftOutVoucher> LeftOut { get; init; }

    public required long LeftOutCount { get; init; }

    public required DateTimeOffset RehearsedAt { get; init; }

    /// <summary>The draft that was kept; only in the answer to who asked for it.</summary>
    public ArchiveView? Archive { get; init; }
}
