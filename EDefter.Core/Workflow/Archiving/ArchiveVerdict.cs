using EDefter.Core.Companies;
using EDefter.Core.Sealing;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>What verifying answers on the wire.</summary>
/// <param name="Verdict">intact, altered or unknown.</param>
/// <param name="Archive">The archive it was held against; null when it is none of the company's.</param>
/// <param name="Period">Its month.</param>
/// <param name="Profile">Its format.</param>
/// <param name="Differences">The files that are not what was sealed, and the places in them.</param>
/// <param name="Counts">How many there are of each kind, listed or not.</param>
/// <param name="Likely">Turkish: what probably happened.</param>
public sealed record ArchiveVerdict(Verdict Verdict, string? Archive, Period? Period, string? Profile, IReadOnlyList<ArchiveDifference> Differences, IReadOnlyList<DifferenceCount> Counts, string? Likely)
{
    /// <summary>KON004 for a file that is not what was handed over; empty for every other verdict.</summary>
    public IReadOnlyList<ArchiveFinding> Findings => Verdict == Verdict.Altered ? [ArchiveFinding.Of("KON004", Differences.Select(difference => difference.File).Distinct(StringComparer.Ordinal).Count())] : [];
}
