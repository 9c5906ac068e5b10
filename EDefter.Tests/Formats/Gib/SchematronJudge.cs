using System.Text.Json;
using EDefter.Core.Formats.Gib;

namespace EDefter.Tests.Formats.Gib;

/// <summary>The authority's Schematron rules, run by Saxon under Node.</summary>
internal static class SchematronJudge
{
    private static readonly NodeTool Tool = new("schematron");

    /// <param name="document">Which rules.</param>
    /// <param name="files">Paths under their official names.</param>
    /// <param name="cancellationToken">The test was given up.</param>
    /// <returns>A verdict per file, in order.</returns>
    public static async Task<IReadOnlyList<SchematronVerdict>> JudgeAsync(GibDocument document, IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var (rules, letter) = RulesOf(document);
        var output = await Tool.RunAsync(["judge.mjs", Path.Combine(GibPackage.Sch, rules), letter, .. files], cancellationToken);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<SchematronVerdict>(line, JsonSerializerOptions.Web)!)];
    }

    private static (string Rules, string Letter) RulesOf(GibDocument document) => document switch
    {
        GibDocument.Journal => ("edefter_yevmiye.sch", "Y"),
        GibDocument.Ledger => ("edefter_kebir.sch", "K"),
        GibDocument.JournalBerat or GibDocument.LedgerBerat => ("edefter_berat.sch", "B"),
        GibDocument.Report => ("edefter_rapor.sch", "R"),
        _ => throw new ArgumentOutOfRangeException(nameof(document), document, message: null),
    };
}
