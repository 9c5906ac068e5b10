using EDefter.Core.Formats.Gib;

namespace EDefter.Core.Rehearsal;

/// <summary>How many of the authority's asserts were asked of a document.</summary>
/// <param name="Run">Asserts of the document's rule file.</param>
/// <param name="Failed">Of these, how many do not hold somewhere.</param>
public sealed record GibAssertCounts(int Run, int Failed)
{
    /// <returns>Asserts in the rule file of a document: Y01…Y131, K01…K123, B01…B106, R01…R94.</returns>
    public static int AssertsOf(GibDocument document) => document switch
    {
        GibDocument.Journal => 131,
        GibDocument.Ledger => 123,
        GibDocument.Report => 94,
        _ => 106,
    };

    internal static GibAssertCounts Of(GibDocument document, IEnumerable<string> found) => new(AssertsOf(document), found.Count(IsOfAuthority));

    // Ours are called EK…, XSD and XML.
    private static bool IsOfAuthority(string id) => id.Length > 1 && char.IsAsciiDigit(id[1]);
}
