using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>A document that was rendered and judged.</summary>
/// <param name="Name">Official name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Entries">Yevmiye maddeleri of a journal, accounts of a ledger.</param>
/// <param name="Lines">Lines.</param>
/// <param name="Xsd">What the authority's schema says.</param>
/// <param name="Asserts">How many of the authority's asserts there are, and how many do not hold.</param>
/// <param name="Findings">All that was found.</param>
/// <param name="Counts">Assert → how often it does not hold.</param>
public sealed record RehearsedDocument(string Name, GibDocument Kind, long Entries, long Lines, SchemaVerdict Xsd, GibAssertCounts Asserts, long Findings, IReadOnlyDictionary<string, long> Counts);
