using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class RulePackTests
{
    private static readonly RulePack Pack = RulePacks.For(new DateOnly(2025, 1, 1));

    [Theory]
    [InlineData("2011-06-01", "2012.1")]
    [InlineData("2012-01-01", "2012.1")]
    [InlineData("2013-12-31", "2012.1")]
    [InlineData("2014-12-31", "2014.1")]
    [InlineData("2015-01-01", "2015.1")]
    [InlineData("2016-01-01", "2016.1")]
    [InlineData("2023-07-09", "2023.1")]
    [InlineData("2023-07-10", "2023.2")]
    [InlineData("2024-11-29", "2023.2")]
    [InlineData("2025-01-31", "2024.1")]
    [InlineData("2026-01-01", "2026.1")]
    public void A_day_is_judged_by_the_pack_of_its_time(string day, string version) =>
        Assert.Equal(version, RulePacks.For(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Version);

    [Fact]
    public void Packs_follow_one_another_and_say_what_they_rest_on()
    {
        Assert.Equal(RulePacks.All.OrderBy(pack => pack.ValidFrom), RulePacks.All);
        Assert.Distinct(RulePacks.All.Select(pack => pack.ValidFrom));
        Assert.Distinct(RulePacks.All.Select(pack => pack.Version));
        Assert.All(RulePacks.All, pack => Assert.NotEmpty(pack.Sources));
        Assert.All(RulePacks.All, pack => Assert.All(pack.Off, code => Assert.NotNull(RuleBook.Standard.Find(code))));
    }

    [Fact]
    public void Every_word_leads_to_something_that_the_rules_accept()
    {
        foreach (var pack in RulePacks.All)
        {
            Assert.All(pack.DocumentTypeWords, word => Assert.NotNull(DocumentTypes.Parse(word.Value)));
            Assert.All(pack.OtherDocumentNames, word => Assert.Equal("other", pack.DocumentTypeWords[word.Key]));
            Assert.All(pack.OtherDocumentNames.Values, name => Assert.False(pack.NamesOperation(name, out _)));
            Assert.All(pack.OperationDocuments.Values, name => Assert.False(pack.NamesOperation(name, out _)));
            Assert.All(pack.Modules.Values, module => Assert.NotNull(DocumentTypes.Parse(module.Type)));
            Assert.All(pack.Modules.Values, module => Assert.Equal(string.Equals(module.Type, "other", StringComparison.Ordinal), module.TypeDescription is not null));
            Assert.All(pack.CurrencyWords.Where(word => pack.Currencies.Contains("BGN") || !string.Equals(word.Value, "BGN", StringComparison.Ordinal)), word => Assert.Contains(word.Value, pack.Currencies));
            Assert.All(pack.Currencies, code => Assert.True(code.Length == 3 && code.All(char.IsAsciiLetterUpper)));
        }
    }

    [Fact]
    public void Every_name_of_a_grouping_or_of_a_payment_is_one_that_the_other_rules_take_for_a_document()
    {
        foreach (var pack in RulePacks.All)
        {
            var names = pack.GroupingDocuments.Keys.Concat(pack.PaymentDocuments).Concat(pack.AccompanyingDocuments).Concat(pack.EDocumentNames);
            Assert.All(names, name => Assert.False(pack.NamesOperation(name, out _), name));
            Assert.All(pack.EArchiveSectors, sector => Assert.True(sector.All(char.IsAsciiDigit), sector));
            Assert.All(pack.DocumentedAccounts.Concat(pack.CashProofExemptAccounts), account => Assert.NotNull(EDefter.Core.Companies.UniformChart.Find(account)));
        }
    }

    [Theory]
    [InlineData("2003-09-01", 8_000)]
    [InlineData("2015-12-31", 8_000)]
    [InlineData("2016-01-01", 7_000)]
    [InlineData("2024-11-29", 7_000)]
    [InlineData("2024-11-30", 30_000)]
    [InlineData("2025-06-01", 30_000)]
    public void Cash_has_the_limit_of_its_day(string day, int lira) =>
        Assert.Equal(lira, RulePacks.For(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Limits.CashProofLira);

    [Theory]
    [InlineData("fatura", "invoice")]
    [InlineData("E-FATURA", "invoice")]
    [InlineData("e_fatura", "invoice")]
    [InlineData("Cek", "check")]
    [InlineData("ÇEK", "check")]
    [InlineData("senet", "voucher")]
    [InlineData("Invoice", "invoice")]
    [InlineData("DİĞER", "other")]
    [InlineData("diger", "other")]
    [InlineData("Banka  Dekontu", "other")]
    public void Words_are_found_however_they_are_written(string word, string type) => Assert.Equal(type, Pack.DocumentTypeWords[word]);

    [Theory]
    [InlineData("havale", true, "Dekont")]
    [InlineData("Garanti EFT'si", true, "Dekont")]
    [InlineData("HAVALE İLE ÖDEME", true, "Dekont")]
    [InlineData("ödeme", true, null)]
    [InlineData("Havale Dekontu", false, null)]
    [InlineData("Fastfood", false, null)]
    [InlineData("Takasbank", false, null)]
    [InlineData("takas", true, null)]
    [InlineData("Virmanlar", true, "Dekont")]
    [InlineData("Ücret Bordrosu İcmali", false, null)]
    public void An_operation_is_told_from_a_document(string description, bool isOperation, string? document)
    {
        Assert.Equal(isOperation, Pack.NamesOperation(description, out var found));
        Assert.Equal(document, found);
    }

    [Theory]
    [InlineData("havale", true, "Dekont")]
    [InlineData("mahsup", true, null)]
    [InlineData("havale ile mahsup", true, "Dekont")]
    [InlineData("havale ve teslim", true, null)]
    [InlineData("teslim ve virman", true, null)]
    [InlineData("havale, virman", true, "Dekont")]
    [InlineData("havale, teslim, virman", true, null)]
    public void Operations_that_different_documents_prove_name_none(string description, bool isOperation, string? document)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["HAVALE"] = "Dekont", ["MAHSUP"] = string.Empty, ["TESLİM"] = "İrsaliye", ["VİRMAN"] = "Dekont" };
        Assert.Equal(isOperation, (Pack with { OperationDocuments = words }).NamesOperation(description, out var found));
        Assert.Equal(document, found);
    }

    [Theory]
    [InlineData("eur", "EUR")]
    [InlineData(" try ", "TRY")]
    [InlineData("TL", "TRY")]
    [InlineData("Euro", "EUR")]
    [InlineData("₺", "TRY")]
    [InlineData("ZZZ", null)]
    [InlineData("TRL", null)]
    public void Currencies_are_found_however_they_are_written(string text, string? code) => Assert.Equal(code, Pack.CurrencyFor(text));

    [Fact]
    public void The_letter_i_is_one_letter_in_both_alphabets()
    {
        var words = TurkishWordComparer.Instance;
        Assert.True(words.Equals("İNVOİCE", "invoice"));
        Assert.True(words.Equals("FATURASI", "faturası"));
        Assert.True(words.Equals("C\u0327EK", "çek"));
        Assert.Equal(words.GetHashCode("İŞLEM-NO"), words.GetHashCode("islem no"));
        Assert.False(words.Equals("çek", "çekk"));
    }
}
