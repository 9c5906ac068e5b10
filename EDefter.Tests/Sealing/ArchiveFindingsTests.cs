using EDefter.Core.Formats;
using EDefter.Core.Rules;
using EDefter.Core.Sealing;
using Xunit;

namespace EDefter.Tests.Sealing;

public sealed class ArchiveFindingsTests
{
    [Theory]
    [InlineData(100_000, null)]
    [InlineData(100_001, "Tahmini defter boyutu 200 MB; parçalı gönderim gerekecek.")]
    [InlineData(1_000_000, "Tahmini defter boyutu 2.000 MB; parçalı gönderim gerekecek.")]
    public void KON003_speaks_over_a_hundred_thousand_lines(long lines, string? message)
    {
        var findings = ArchiveFindings.Of([], [], [], lines);
        Assert.Equal(message, findings.SingleOrDefault()?.Message);
        Assert.All(findings, finding => Assert.Equal(("KON003", Severity.Warning), (finding.Rule, finding.Severity)));
    }

    [Fact]
    public void HES013_names_three_accounts_and_counts_the_rest()
    {
        var finding = Assert.Single(ArchiveFindings.Of([], [], ["100", "102.01", "120.01", "320.01", "320.02"], 10));
        Assert.Equal(("Dönem içinde birden çok adla yazılan hesap: 100, 102.01, 120.01 ve 2 hesap daha.", 5), (finding.Message, finding.Count));
    }

    [Theory]
    [InlineData("-", false)]
    [InlineData("=", false)]
    [InlineData("-5", true)]
    [InlineData("=A1", true)]
    [InlineData("+90 212", true)]
    [InlineData("@ad", true)]
    [InlineData("a=1", false)]
    public void MET006_a_formula_begins_as_one_and_goes_on(string text, bool expected) => Assert.Equal(expected, FormulaLike.Is(text));
}
