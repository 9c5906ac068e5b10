using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Tests.Rules;
using Xunit;

namespace EDefter.Tests.Aloud;

/// <summary>
/// What a bookkeeper reads is good Turkish: no names of members or elements, no English, no word of the machine, one name for one thing, and no suffix on a value that nobody
/// knows when the sentence is written.
/// </summary>
public sealed class ReadAloudTests
{
    // Texts for those who write programs and file formats: they name members, formats and commands.
    private static readonly string[] ForProgrammers =
    [
        "EDefter.Core/Formats/Profile", "EDefter.Core/Reading/", "EDefter.Core/Repairs/AcceptanceJsonConverter.cs",
        "EDefter.Core/Rules/CompanySeverities.cs", "EDefter.Core/Workflow/Profiles/", "EDefter.Functions/Http/", "EDefter.Functions/Local/", "EDefter.Functions/Repairs/ApplyBody.cs",
        "EDefter.Functions/Vouchers/VoucherQuery.cs",
    ];

    // Data, not sentences: letters of the alphabet, lists of marks, and what the sample's people wrote. Refusals are read filled.
    private static readonly string[] Data = ["EDefter.Core/Text/", "EDefter.Core/Formats/DateForm.cs", "EDefter.Core/Formats/NameTemplate.cs", "EDefter.Functions/Sample/", "EDefter.Functions/Local/ProgramArguments.cs", "EDefter.Core/Workflow/Refusals."];

    // Refusals of requests that no console makes: they speak to the one who wrote the request.
    private static readonly string[] OfRequests = ["unreadable", "missing-by", "unknown-content", "invalid-header", "invalid-cursor", "invalid-filter", "unknown-parameter"];

    public static TheoryData<string> Codes => [.. RuleBook.Standard.Rules.Select(rule => rule.Info.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_rule_speaks_Turkish(string code)
    {
        var info = RuleBook.Standard.Info(code);
        foreach (var template in new[] { info.Message, info.Remedy })
        {
            var text = Ear.WithoutPlaces(template);
            Assert.Null(Ear.Objects(text) is { } objection ? $"{text}: {objection}" : null);
            Assert.False(Ear.HasSuffixAfterValue(text), text);
        }

        // A way out is more than a wish: it names who does what.
        Assert.InRange(info.Remedy.Split(' ').Length, 4, 60);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Filled_with_the_values_of_its_cases_it_still_does(string code)
    {
        foreach (var item in RuleCases.Of(code))
        {
            var findings = RuleCaseRunner.Run(item).Findings;
            Assert.All(findings.Where(finding => finding.Rule == code), finding => AssertGood([finding.Message, finding.Remedy, .. finding.Trail], item.ToString()));
            Assert.All(findings, finding => Assert.NotEqual(finding.Field ?? string.Empty, finding.Field is null ? null : FieldNames.Of(finding.Field)));
            AssertGood(Reasons(item), item.ToString());
        }
    }

    [Fact]
    public void A_refusal_speaks_Turkish_and_says_what_to_do()
    {
        var all = SaidRefusals.All().ToList();
        Assert.InRange(all.Count, 60, 200);
        Assert.All(all, refusal =>
        {
            var isOfRequest = OfRequests.Contains(refusal.Type);
            var objection = isOfRequest ? Ear.ObjectsToManner(refusal.Detail) : Ear.ObjectsToSentence(refusal.Detail);
            Assert.Null(objection is null ? null : $"{refusal.Type}: {refusal.Detail}: {objection}");
            Assert.Null((isOfRequest ? Ear.ObjectsToManner(refusal.Title) : Ear.Objects(refusal.Title)) is { } other ? $"{refusal.Type}: {refusal.Title}: {other}" : null);
            Assert.EndsWith(".", refusal.Detail, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_Turkish_text_of_the_sources_is_fit_to_be_read()
    {
        var texts = SourceTexts.In("EDefter.Core", "EDefter.Storage", "EDefter.Functions").Where(text => Ear.IsTurkish(text.Text) && !Data.Any(start => text.File.StartsWith(start, StringComparison.Ordinal))).ToList();
        Assert.InRange(texts.Count, 800, 4000);
        var objections = texts.Select(text => (text, Objection: ObjectionTo(text))).Where(pair => pair.Objection is not null).Select(pair => $"{pair.text}: {pair.Objection}").ToList();
        Assert.True(objections.Count == 0, string.Join("\n", objections));
    }

    [Fact]
    public void Every_text_of_the_data_that_is_shown_is_fit_to_be_read()
    {
        var texts = DataTexts.Shown().ToList();
        Assert.InRange(texts.Count, 100, 1000);
        var objections = texts.Select(text => (text, Objection: Ear.Objects(text.Text))).Where(pair => pair.Objection is not null).Select(pair => $"{pair.text}: {pair.Objection}").ToList();
        Assert.True(objections.Count == 0, string.Join("\n", objections));
    }

    [Theory]
    [InlineData("163: ayrıntısı docs/profiles.md sayfasındadır.", "docs/profiles.md is a file that no reader has")]
    [InlineData("163: KON001.md sayfasına bakın.", "KON001.md is a file that no reader has")]
    [InlineData("163: satır sonu manifestte sayılır.", "manifestte is no word of a bookkeeper")]
    [InlineData("163: document.type boş.", "document is no word of a bookkeeper")]
    [InlineData("163: belge türü (typeDescription) boş.", "typeDescription is no word of a bookkeeper")]
    [InlineData("163:  belge türü boş.", "a space too many")]
    [InlineData("163: belge türü boş .", "a space too many")]
    [InlineData("163: belge türü “çek” boş.", "quotes are straight")]
    [InlineData("163: ERP'de düzeltin, boş.", "the apostrophe is ’")]
    [InlineData("163: geçersiz tür.", "geçersiz: what is wrong and what to do")]
    [InlineData("163: tutar 1234,50 değil.", "amounts are written 1.234,56")]
    [InlineData("163: tarih 2025-01-31 değil.", "dates are written 31.01.2025")]
    [InlineData("163: tür değil", "a sentence ends with a full stop")]
    [InlineData("163: no type.", "type is no word of a bookkeeper")]
    [InlineData("163: 163.", "this is no Turkish")]
    [InlineData("163: belge türü \"Invoice\" tanınmıyor (ör. 2025-01-31), tutar 1.234,50 TL.", null)]
    public void The_ear_hears(string text, string? objection) => Assert.Equal(objection, Ear.ObjectsToSentence(text));

    [Fact]
    public void A_suffix_on_a_value_is_heard()
    {
        var texts = SourceTexts.Of("""var a = $"{Name(x, $"b{1}")}’nin {{}} fişi"; var c = @"ç""d"; // "yorum" """ + "var e = '\"';", "a.cs");
        Assert.Equal([$"b{SourceText.Hole}", $"{SourceText.Hole}’nin {{}} fişi", "ç\"d"], texts.Select(text => text.Text));
        Assert.True(Ear.HasSuffixAfterValue(texts[1].Text));
        Assert.False(Ear.HasSuffixAfterValue(texts[0].Text));
    }

    private static string? ObjectionTo(SourceText text)
    {
        // On a printed page spaces set things apart.
        var said = Ear.WithoutPlaces(text.File.StartsWith("EDefter.Core/Formats/Print/", StringComparison.Ordinal) ? string.Join(' ', text.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : text.Text);
        said = Ear.WithoutMemberNames(said);
        if (ForProgrammers.Any(start => text.File.StartsWith(start, StringComparison.Ordinal)))
            return Ear.ObjectsToManner(said);
        return Ear.Objects(said) ?? (Ear.HasSuffixAfterValue(said) ? "a suffix on a value" : null);
    }

    private static IEnumerable<string> Reasons(RuleCase item)
    {
        var planner = new RepairPlanner(RuleCaseRunner.Context(item));
        foreach (var voucher in RuleCaseRunner.Vouchers(item))
            planner.Observe(voucher);
        return planner.Finish(revision: 1).Changes.Select(change => change.Why);
    }

    private static void AssertGood(IEnumerable<string> texts, string where)
    {
        foreach (var text in texts)
            Assert.True(Ear.ObjectsToSentence(text) is null, $"{where}: {text}: {Ear.ObjectsToSentence(text)}");
    }
}
