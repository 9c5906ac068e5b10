using EDefter.Core.Rules;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class RuleCaseTests
{
    public static TheoryData<string> Codes => [.. RuleCases.All.Select(item => item.Rule).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_rule_says_exactly_what_its_cases_expect(string code)
    {
        foreach (var item in RuleCases.Of(code))
        {
            var (findings, _) = RuleCaseRunner.Run(item);
            var rules = item.IsSilent ? [code] : item.Expect.Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
            var said = findings.Where(finding => rules.Contains(finding.Rule)).Select(Seen).Order(StringComparer.Ordinal);
            Assert.Equal(item.Expect.Select(Wanted).Order(StringComparer.Ordinal), said);
            Assert.All(findings, finding => AssertFilled(finding, item));
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_rule_has_a_case_that_fires_and_a_near_miss_that_does_not(string code)
    {
        Assert.Contains(RuleCases.Of(code), item => item.Expect.Any(finding => string.Equals(finding.Rule, code, StringComparison.Ordinal)));
        Assert.Contains(RuleCases.Of(code), item => item.IsSilent);
        Assert.Distinct(RuleCases.Of(code).Select(item => item.Name));
    }

    [Fact]
    public void A_cancelled_voucher_is_counted_and_makes_no_rule_speak()
    {
        foreach (var item in RuleCases.All)
        {
            var (findings, result) = RuleCaseRunner.Run(RuleCaseRunner.Context(item), RuleCaseRunner.Vouchers(item).Select(voucher => voucher with { State = "cancelled" }));
            Assert.DoesNotContain(findings, finding => finding.VoucherId is not null);
            Assert.Equal(0, result.Totals.Vouchers);
            Assert.Equal(result.Totals.Received, result.Totals.Cancelled);
            Assert.Equal(result.Totals.Received, result.Totals.Processed);
        }
    }

    private static void AssertFilled(Finding finding, RuleCase item)
    {
        foreach (var text in new[] { finding.Message, finding.Remedy, finding.Source })
        {
            Assert.True(text.Length > 0 && text.IndexOfAny(['{', '}']) < 0, $"{item}: {text}");
        }
    }

    private static string Seen(Finding finding) => $"{finding.Rule} {finding.VoucherId} {finding.Line} {finding.Field} {finding.Message}";

    private static string Wanted(ExpectedFinding finding) => $"{finding.Rule} {finding.VoucherId} {finding.Line} {finding.Field} {finding.Message}";
}
