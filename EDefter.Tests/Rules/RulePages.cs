using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Rules;

namespace EDefter.Tests.Rules;

/// <summary>
/// The pages of docs/rules. What a program can know (texts, classes, examples) is written from the rules and their cases; the sections "Why" and
/// "Repair" are written by people and kept.
/// </summary>
internal static class RulePages
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "rules");

    public static string PathOf(string code) => Path.Combine(Folder, code + ".md");

    /// <summary>The page as it should be, given the sections that people wrote in the page as it is.</summary>
    public static string Page(RuleInfo info, string existing)
    {
        var page = new StringBuilder();
        page.Append("# ").Append(info.Code).Append("\n\n| | |\n|---|---|\n");
        Row(page, "Severity", SeverityWord(info.Severity));
        Row(page, "Speaks", Speaks(info));
        Row(page, "Judges", info.Target switch
        {
            RuleTarget.Voucher => "a voucher",
            RuleTarget.Chart => "the chart of accounts",
            RuleTarget.Company => "the company",
            RuleTarget.Run => "the run of numbers",
            _ => "what is written",
        });
        Row(page, "Repair class", info.RepairClass.ToString());
        Row(page, "Message", info.Message);
        Row(page, "Remedy", info.Remedy);
        Row(page, "Source", info.Source);
        page.Append("\n## Why\n\n").Append(Section(existing, "Why")).Append('\n');
        var cases = RuleCases.Of(info.Code).ToArray();
        if (cases.Length > 0)
        {
            Example(page, "Wrong", cases.First(item => !item.IsSilent));
            Example(page, "Right", cases.First(item => item.IsSilent));
        }

        page.Append("\n## Repair\n\n").Append(Section(existing, "Repair")).Append('\n');
        return page.ToString();
    }

    public static string Index()
    {
        var page = new StringBuilder();
        page.Append("""
            # The rules

            One page per rule; codes are public, append-only and never used twice. Severity: HATA blocks numbering, UYARI may be acknowledged with a note, BİLGİ is told.
            Repair class: A safe, B one candidate to approve, C a person chooses, N never by software. The examples on the pages are cases of
            `EDefter.Tests/Rules/Cases`; what they leave out is as in `base.json` there. This table and everything on the pages but the sections "Why" and
            "Repair" is written by `EDEFTER_WRITE_DOCS=1 dotnet test`; without the variable the tests fail when a page differs.

            | Code | Severity | Class | Message |
            |---|---|---|---|

            """);
        foreach (var info in RuleBook.Standard.Rules.Select(rule => rule.Info))
            page.Append("| [").Append(info.Code).Append("](").Append(info.Code).Append(".md) | ").Append(SeverityWord(info.Severity)).Append(" | ").Append(info.RepairClass).Append(" | ").Append(info.Message).Append(" |\n");
        return page.ToString();
    }

    /// <summary>A section that people wrote, without its heading.</summary>
    public static string Section(string page, string heading)
    {
        var start = page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        if (start < 0)
            return string.Empty;
        start += heading.Length + 5;
        var end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
        return page[start..(end < 0 ? page.Length : end)].Trim('\n');
    }

    private static void Example(StringBuilder page, string heading, RuleCase item)
    {
        page.Append("\n## ").Append(heading).Append("\n\n").Append(char.ToUpperInvariant(item.Name[0])).Append(item.Name, 1, item.Name.Length - 1).Append(":\n\n```json\n");
        page.Append(Shown(item).ToJsonString(Indented).ReplaceLineEndings("\n")).Append("\n```\n");
        foreach (var finding in item.Expect)
            page.Append("\n> ").Append(finding.Message).Append('\n');
    }

    private static JsonObject Shown(RuleCase item)
    {
        var shown = new JsonObject();
        if (item.CompanyPatch is { } company)
            shown["company"] = company.DeepClone();
        if (item.Period is null)
            (shown["from"], shown["to"]) = (item.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), item.To.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (!string.Equals(item.Branch, "0000", StringComparison.Ordinal))
            shown["branch"] = item.Branch;
        if (item.Chart is { } chart)
            shown["chart"] = chart.DeepClone();
        if (item.SourceCount is { } count)
            shown["sourceCount"] = count.DeepClone();
        if (item.Rates is { } rates)
            shown["rates"] = rates.DeepClone();
        foreach (var (member, value) in item.Others)
            shown[member] = value.DeepClone();
        shown["vouchers"] = new JsonArray([.. item.Patches.Select(patch => patch.DeepClone())]);
        return shown;
    }

    private static string Speaks(RuleInfo info) => RuleBook.Standard.Find(info.Code) switch
    {
        ReservedRule reserved => $"never: {reserved.ToldBy} tells the fact",
        _ => info.Phase switch
        {
            RulePhase.Check => "in the report of a check",
            RulePhase.Number => "as a refusal when numbers are asked for",
            RulePhase.Guard => "as a refusal before anything is built on numbers that are broken",
            _ => "with an archive, while files are written or judged",
        },
    };

    private static void Row(StringBuilder page, string name, string value) => page.Append("| ").Append(name).Append(" | ").Append(value).Append(" |\n");

    private static string SeverityWord(Severity severity) => severity switch
    {
        Severity.Error => "HATA",
        Severity.Warning => "UYARI",
        _ => "BİLGİ",
    };
}
