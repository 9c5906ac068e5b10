using EDefter.Core.Rules;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class RuleCatalogueTests
{
    public static TheoryData<string> Codes => [.. RuleBook.Standard.Rules.Select(rule => rule.Info.Code)];

    [Fact]
    public void Codes_are_unique_well_formed_and_in_order()
    {
        var codes = RuleBook.Standard.Rules.Select(rule => rule.Info.Code).ToArray();
        Assert.True(codes.Length >= 59);
        Assert.Distinct(codes);
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.Matches("^[A-Z]{3}[0-9]{3}$", code));
        Assert.Throws<ArgumentException>(() => new RuleBook([RuleBook.Standard.Rules[0], RuleBook.Standard.Rules[0]]));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_is_published_is_what_was_agreed(string code)
    {
        var info = RuleBook.Standard.Info(code);
        var row = Catalogue()[code];
        Assert.Equal(row, $"{SeverityWord(info.Severity)},{info.Phase},{info.Target},{info.RepairClass}", ignoreCase: true);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_class_is_named_for_the_code_and_lives_with_its_group(string code)
    {
        var type = RuleBook.Standard.Find(code)!.GetType();
        Assert.True(type.IsSealed);
        Assert.StartsWith(code, type.Name, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("." + code[..3], type.Namespace!, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Its_sentences_are_whole(string code)
    {
        var info = RuleBook.Standard.Info(code);
        Assert.EndsWith(".", info.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", info.Remedy, StringComparison.Ordinal);
        Assert.NotEqual(info.Message, info.Remedy);
        Assert.NotEmpty(info.Source);
        foreach (var text in new[] { info.Message, info.Remedy, info.Source })
        {
            Assert.Null(TextScan.FirstForbidden(text));
            Assert.False(TextScan.HasNeedlessSpace(text));
        }

        Assert.All(MessageTemplate.Places(info.Message), place => Assert.Matches("^[a-zA-Z]+[0-9]?$", place));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_rule_that_speaks_in_a_check_has_cases_and_no_other_has(string code) =>
        Assert.Equal(RuleBook.Standard.Find(code) is not (NumberRule or GuardRule or OutputRule or ReservedRule), RuleCases.Of(code).Any());

    [Fact]
    public void Every_case_is_of_a_rule_that_there_is() =>
        Assert.All(RuleCases.All, item => Assert.NotNull(RuleBook.Standard.Find(item.Rule)));

    // The refusals fill these places by name.
    [Theory]
    [InlineData("NUM001", "ay,oncekiAy")]
    [InlineData("NUM005", "ay")]
    [InlineData("NUM006", "sonrakiAy")]
    [InlineData("NUM008", "kullanici,saat")]
    [InlineData("NUM009", "adet")]
    public void The_places_of_a_number_rule_are_those_that_the_refusal_fills(string code, string places)
    {
        var info = RuleBook.Standard.Info(code);
        Assert.Equal(places, string.Join(',', MessageTemplate.Places(info.Message + info.Remedy).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        Assert.IsType<NumberRule>(RuleBook.Standard.Find(code), exactMatch: false);
    }

    [Theory]
    [InlineData("FIS014", "fisNo")]
    [InlineData("FIS015", "fisler")]
    [InlineData("NUM002", "beklenen,bulunan")]
    [InlineData("NUM003", "no,tur")]
    [InlineData("NUM004", "no1,no2,tarih1,tarih2")]
    [InlineData("NUM007", "adet,ay")]
    [InlineData("NUM011", "no")]
    public void The_places_of_a_guard_rule_are_those_that_the_guard_fills(string code, string places)
    {
        var info = RuleBook.Standard.Info(code);
        Assert.Equal(places, string.Join(',', MessageTemplate.Places(info.Message + info.Remedy).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
        Assert.IsType<GuardRule>(RuleBook.Standard.Find(code), exactMatch: false);
    }

    private static Dictionary<string, string> Catalogue() =>
        File.ReadLines(Path.Combine(Repository.Root, "EDefter.Tests", "Rules", "catalogue.csv")).Skip(1).ToDictionary(line => line[..6], line => line[7..], StringComparer.Ordinal);

    private static string SeverityWord(Severity severity) => severity switch
    {
        Severity.Error => "HATA",
        Severity.Warning => "UYARI",
        _ => "BILGI",
    };
}
