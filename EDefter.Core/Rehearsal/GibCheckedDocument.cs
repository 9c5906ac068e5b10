using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal.Schemas;

namespace EDefter.Core.Rehearsal;

/// <summary>A document that was checked.</summary>
/// <param name="File">Its name, with the folders it stood in.</param>
/// <param name="Document">What its name says it is.</param>
/// <param name="Entries">Yevmiye maddeleri of a journal, accounts of a ledger.</param>
/// <param name="Lines">Lines.</param>
/// <param name="FindingCount">All that was found.</param>
/// <param name="Findings">The first of them.</param>
/// <param name="Counts">Assert → how often it does not hold.</param>
/// <param name="Xsd">What the authority's schema says.</param>
/// <param name="Asserts">How many of the authority's asserts were asked, and how many do not hold.</param>
public sealed record GibCheckedDocument(string File, GibDocument Document, long Entries, long Lines, long FindingCount, IReadOnlyList<GibFinding> Findings, IReadOnlyDictionary<string, long> Counts, SchemaVerdict Xsd, GibAssertCounts Asserts);
