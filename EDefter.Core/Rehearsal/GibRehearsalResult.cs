using EDefter.Core.Formats;

namespace EDefter.Core.Rehearsal;

/// <summary>What a rehearsal found.</summary>
/// <param name="Check">Document by document.</param>
/// <param name="Parts">Parts of the month.</param>
/// <param name="Entries">Yevmiye maddeleri that were rendered.</param>
/// <param name="Unwritable">Values that no XML can hold, and entries that no part can; the first thousand.</param>
/// <param name="UnwritableCount">All of them.</param>
public sealed record GibRehearsalResult(GibCheckReport Check, int Parts, long Entries, IReadOnlyList<UnwritableValue> Unwritable, long UnwritableCount);
