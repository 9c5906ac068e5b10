using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal;

namespace EDefter.Tests.Rehearsal;

/// <summary>Every assert of the four rule files, and what lets it fall.</summary>
internal static class AssertCoverage
{
    private const string OneParent = "count(parent::node()[contains($currencyCodeList, @id)]) <= 1: an element has one parent, so the count is 0 or 1";

    /// <summary>Asserts that no document can let fall → their test and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Unfailable = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Y24"] = OneParent,
        ["K24"] = OneParent,
        ["B29"] = OneParent,
        ["R25"] = OneParent,
    };

    public static IReadOnlyList<TargetedDamage> Damages { get; } = [.. TargetedHeadDamages.All, .. TargetedBookDamages.All, .. TargetedSummaryDamages.All];

    /// <summary>Y01…Y131, K01…K123, B01…B106, R01…R94.</summary>
    public static IReadOnlyList<string> AllIds { get; } =
        [.. IdsOf('Y', GibDocument.Journal), .. IdsOf('K', GibDocument.Ledger), .. IdsOf('B', GibDocument.JournalBerat), .. IdsOf('R', GibDocument.Report)];

    /// <returns>A document's copies, each broken by one of the damages made for its asserts.</returns>
    public static IEnumerable<(string Id, string Name, byte[] Content)> Of(GibDocument document)
    {
        foreach (var damage in Damages)
        {
            if (damage.Ids.Split(' ').FirstOrDefault(id => DocumentOf(id[0], damage) == document) is not { } id)
                continue;
            var copy = OracleMonth.Copy(document);
            damage.Apply(copy);
            yield return (id, damage.Name, OracleMonth.Bytes(copy));
        }
    }

    private static GibDocument DocumentOf(char letter, TargetedDamage damage) => letter switch
    {
        'Y' => GibDocument.Journal,
        'K' => GibDocument.Ledger,
        'R' => GibDocument.Report,
        _ => damage.IsOfLedgerBerat ? GibDocument.LedgerBerat : GibDocument.JournalBerat,
    };

    private static IEnumerable<string> IdsOf(char letter, GibDocument document) => Enumerable.Range(1, GibAssertCounts.AssertsOf(document)).Select(number => $"{letter}{number:D2}");
}
