using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

/// <summary>A company may ask for more than the law, never for less.</summary>
public sealed class CompanySeveritiesTests
{
    public static TheoryData<string> Codes => [.. RuleBook.Standard.Rules.Select(rule => rule.Info.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Whatever_is_asked_no_rule_is_less_grave_than_the_law_says(string code)
    {
        var info = RuleBook.Standard.Info(code);
        foreach (var word in (string[])["info", "warning", "error"])
        {
            var severities = CompanySeverities.Of(CompanyWith(code, word));
            var wanted = Enum.Parse<Severity>(word, ignoreCase: true);
            Assert.Equal(wanted > info.Severity ? wanted : info.Severity, severities.Of(info));
            var mayBeAsked = wanted == info.Severity || (wanted > info.Severity && info.Phase == RulePhase.Check);
            Assert.Equal(mayBeAsked, CompanySeverities.FaultIn(CompanyWith(code, word).Severities, RuleBook.Standard) is null);
        }
    }

    [Theory]
    [InlineData("XYZ999", "error", "Önem derecesi (severities) verilen \"XYZ999\" kodlu bir kural yok; kural kodlarını kontrol edin.")]
    [InlineData("MET004", "HATA", "MET004 kuralı için verilen \"HATA\" bir önem derecesi değil. Hata için \"error\", uyarı için \"warning\", bilgi için \"info\" yazın.")]
    [InlineData("FIS001", "warning", "FIS001 kuralının önem derecesi \"hata\"dır; mevzuatın verdiği derece düşürülemez, yalnız yükseltilebilir.")]
    [InlineData("BEL005", "info", "BEL005 kuralının önem derecesi \"uyarı\"dır; mevzuatın verdiği derece düşürülemez, yalnız yükseltilebilir.")]
    public void What_is_refused_names_the_rule(string code, string word, string fault) =>
        Assert.Equal(fault, CompanySeverities.FaultIn(CompanyWith(code, word).Severities, RuleBook.Standard));

    [Fact]
    public void A_raised_rule_tells_its_findings_and_counts_them_as_raised()
    {
        var told = new List<Finding>();
        var sink = new FindingSink(told.Add, CompanySeverities.Of(CompanyWith("BEL005", "error")));
        sink.Add(RuleBook.Standard.Find("BEL005")!, "document", ("yer", "163"), ("aciklama", "Havale"));
        Assert.Equal((Severity.Error, 1, 0), (told.Single().Severity, sink.CountOf(Severity.Error), sink.CountOf(Severity.Warning)));
    }

    [Fact]
    public void A_rule_that_is_off_by_default_speaks_for_a_company_that_names_it()
    {
        Assert.Equal((RuleOutcome.Off, 0), Check(severities: null, off: []));
        Assert.Equal((RuleOutcome.Ran, 1), Check(new(StringComparer.Ordinal) { ["MET004"] = "info" }, off: []));
        // What the law does not know at the date stays off, whoever asks.
        Assert.Equal((RuleOutcome.Off, 0), Check(new(StringComparer.Ordinal) { ["MET004"] = "info" }, off: ["MET004"]));
    }

    private static (RuleOutcome Outcome, int Findings) Check(Dictionary<string, string>? severities, string[] off)
    {
        var day = new DateOnly(2025, 1, 10);
        var context = new CheckContext
        {
            Company = CompanyWith("MET004", "info") with { Severities = severities },
            Branch = "0000",
            From = new DateOnly(2025, 1, 1),
            To = new DateOnly(2025, 1, 31),
            AsOf = day,
            Pack = RulePacks.For(day) with { OffByDefault = new HashSet<string>(["MET004"], StringComparer.Ordinal), Off = new HashSet<string>(off, StringComparer.Ordinal) },
        };
        var engine = CheckEngine.Begin(context, _ => { });
        engine.Observe(new Voucher { Id = "1", Number = "1", Comment = "iki  boşluk" });
        var rule = engine.Finish().Coverage.Single(covered => covered.Rule == "MET004");
        return (rule.Outcome, rule.Findings);
    }

    private static Company CompanyWith(string code, string word) =>
        new() { Id = "deneme", TaxId = "4540536920", Severities = new Dictionary<string, string>(StringComparer.Ordinal) { [code] = word } };
}
