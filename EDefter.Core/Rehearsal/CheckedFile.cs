using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal.Schemas;

namespace EDefter.Core.Rehearsal;

/// <summary>A document on its way: counts everything, keeps the first findings.</summary>
internal sealed class CheckedFile(string path, GibFileName name, int findingsMax)
{
    private readonly List<GibFinding> findings = [];
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private long found;

    public GibFileName Name { get; } = name;

    public bool IsOnSchema { get; init; }

    public GibDocumentSummary? Summary { get; set; }

    public void Tell(GibFinding finding)
    {
        found++;
        counts[finding.Assert] = counts.GetValueOrDefault(finding.Assert) + 1;
        if (findings.Count < findingsMax)
            findings.Add(finding);
    }

    public GibCheckedDocument Complete()
    {
        var isOfSchema = counts.ContainsKey(SchemaFaults.Id);
        var verdict = (IsOnSchema, isOfSchema, Summary) switch
        {
            (false, _, _) => SchemaVerdict.Skipped,
            (_, true, _) => SchemaVerdict.Failed,
            (_, _, null) => SchemaVerdict.Skipped,
            _ => SchemaVerdict.Passed,
        };
        return new GibCheckedDocument(path, Name.Document, Summary?.Entries ?? 0, Summary?.Lines ?? 0, found, findings, counts, verdict, GibAssertCounts.Of(Name.Document, counts.Keys));
    }
}
