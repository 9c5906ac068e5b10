using System.Globalization;
using System.Text.Json.Nodes;
using EDefter.Core.Companies;

namespace EDefter.Tests.Rules;

/// <summary>Reads Rules/Cases (format: README.md there).</summary>
public static class RuleCases
{
    private static readonly string Folder = Path.Combine(Repository.Root, "EDefter.Tests", "Rules", "Cases");

    // What a case may say of the time before its range.
    private static readonly string[] OtherMembers = ["openingBalances", "trialBalance", "earlierCompany", "earlierBranch", "numberEarlier", "earlier"];

    public static IReadOnlyList<RuleCase> All { get; } = Load();

    public static IEnumerable<RuleCase> Of(string code) => All.Where(c => string.Equals(c.Rule, code, StringComparison.Ordinal));

    private static RuleCase[] Load()
    {
        var cases = new List<RuleCase>();
        var basis = Parse(Path.Combine(Folder, "base.json"));
        foreach (var file in Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            var code = Path.GetFileNameWithoutExtension(file);
            if (string.Equals(code, "base", StringComparison.Ordinal))
                continue;
            var content = Parse(file);
            Assert(string.Equals(code, (string?)content["rule"], StringComparison.Ordinal), $"{file} is named for another rule than it says");
            foreach (var item in content["cases"]!.AsArray())
                cases.Add(Read(code, basis, item!.AsObject()));
        }

        return [.. cases];
    }

    private static RuleCase Read(string code, JsonObject basis, JsonObject item)
    {
        foreach (var (member, _) in item)
            Assert(member is "name" or "company" or "branch" or "period" or "from" or "to" or "asOf" or "chart" or "sourceCount" or "rates" or "vouchers" or "expect" or "silent" || OtherMembers.Contains(member), $"{code}: unknown member {member}");
        var isSilent = item.ContainsKey("silent");
        Assert(isSilent != item.ContainsKey("expect"), $"{code}: a case says either silent or expect");
        var period = item.ContainsKey("period") ? (string?)item["period"] : (string?)basis["period"];
        var (from, to) = Days(item, period);
        var patches = item["vouchers"]!.AsArray().Select(patch => patch!.AsObject()).ToArray();
        return new RuleCase
        {
            Rule = code,
            Name = (string)item["name"]!,
            Company = item["company"] is JsonObject overrides ? Merge(basis["company"]!.AsObject(), overrides) : basis["company"]!.DeepClone().AsObject(),
            Branch = (string?)item["branch"] ?? (string)basis["branch"]!,
            Period = period,
            From = from,
            To = to,
            AsOf = Day((string?)item["asOf"] ?? (string)basis["asOf"]!),
            Chart = item["chart"]?.DeepClone().AsArray(),
            SourceCount = item["sourceCount"]?.DeepClone().AsObject(),
            Rates = item["rates"]?.DeepClone().AsObject(),
            OpeningBalances = item["openingBalances"]?.DeepClone().AsArray(),
            TrialBalance = item["trialBalance"]?.DeepClone().AsArray(),
            EarlierCompany = item["earlierCompany"] is JsonObject earlier ? Merge(basis["company"]!.AsObject(), earlier) : null,
            EarlierBranch = (string?)item["earlierBranch"] ?? (string?)item["branch"] ?? (string)basis["branch"]!,
            NumberEarlier = (bool?)item["numberEarlier"] ?? false,
            Earlier = [.. (item["earlier"]?.AsArray() ?? []).Select(patch => ToText(MergeVoucher(basis["voucher"]!.AsObject(), patch!.AsObject())))],
            Others = OtherMembers.Where(item.ContainsKey).ToDictionary(member => member, member => item[member]!.DeepClone(), StringComparer.Ordinal),
            Vouchers = [.. patches.Select(patch => ToText(MergeVoucher(basis["voucher"]!.AsObject(), patch)))],
            Patches = patches,
            CompanyPatch = item["company"]?.AsObject(),
            Expect = isSilent ? [] : [.. item["expect"]!.AsArray().Select(finding => Expected(finding!.AsObject()))],
        };
    }

    private static (DateOnly From, DateOnly To) Days(JsonObject item, string? period)
    {
        if (period is null)
            return (Day((string)item["from"]!), Day((string)item["to"]!));
        Assert(Period.TryParse(period, out var month), $"{period} is no month");
        return (month.FirstDay, month.LastDay);
    }

    private static ExpectedFinding Expected(JsonObject finding) =>
        new((string)finding["rule"]!, (string?)finding["voucherId"], (int?)finding["line"], (string?)finding["field"], (string)finding["message"]!);

    // Merge patch (RFC 7396), except that the lines of a voucher are merged one by one onto the base voucher's lines.
    private static JsonObject MergeVoucher(JsonObject basis, JsonObject patch)
    {
        var merged = Merge(basis, patch);
        if (patch["lines"] is not JsonArray lines)
            return merged;
        var baseLines = basis["lines"]!.AsArray();
        merged["lines"] = new JsonArray([.. lines.Select((line, i) => i < baseLines.Count ? Merge(baseLines[i]!.AsObject(), line!.AsObject()) : Merge([], line!.AsObject()))]);
        return merged;
    }

    private static JsonObject Merge(JsonObject basis, JsonObject patch)
    {
        var merged = basis.DeepClone().AsObject();
        foreach (var (member, value) in patch)
        {
            if (value is null)
                merged.Remove(member);
            else if (value is JsonObject inner)
                merged[member] = Merge(merged[member] as JsonObject ?? [], inner);
            else
                merged[member] = value.DeepClone();
        }

        return merged;
    }

    // %uD83D stands for a UTF-16 unit that no JSON library would carry: half of a surrogate pair.
    private static string ToText(JsonObject voucher) => voucher.ToJsonString().Replace("%u", "\\u", StringComparison.Ordinal);

    private static JsonObject Parse(string file) => JsonNode.Parse(File.ReadAllText(file))!.AsObject();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Assert(bool condition, string message)
    {
        if (!condition)
            throw new InvalidDataException(message);
    }
}
