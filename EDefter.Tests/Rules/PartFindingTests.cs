using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

/// <summary>Whatever rule speaks of an entry of a divided voucher, it names the voucher that the ERP sent and the line as it stands there, and counts the voucher once.</summary>
public sealed class PartFindingTests
{
    [Fact]
    public void Every_rule_names_the_stored_voucher_and_its_lines()
    {
        var divided = 0;
        foreach (var item in RuleCases.All)
        {
            var vouchers = RuleCaseRunner.Vouchers(item).Select(Divide).ToList();
            divided += vouchers.Count(VoucherParts.IsDivided);
            var (findings, result) = RuleCaseRunner.Run(RuleCaseRunner.Context(item), vouchers);
            var lines = vouchers.GroupBy(static voucher => voucher.Id, StringComparer.Ordinal).ToDictionary(static same => same.Key, static same => same.Max(static voucher => voucher.Lines.Count), StringComparer.Ordinal);
            Assert.Equal(result.Totals.Received, result.Totals.Processed);
            Assert.True(result.Totals.Vouchers + result.Totals.Cancelled <= result.Totals.Received, $"{item}: vouchers were counted by their parts");
            foreach (var finding in findings)
            {
                if (finding.VoucherId is not { } id)
                    continue;
                Assert.True(lines.TryGetValue(id, out var count), $"{item}: {finding.Rule} names the voucher {id}");
                Assert.True(finding.Line is null || (finding.Line >= 1 && finding.Line <= count), $"{item}: {finding.Rule} names line {finding.Line}");
            }
        }

        Assert.True(divided > 50);
    }

    [Fact]
    public void A_finding_about_a_line_of_the_second_part_names_the_line_of_the_voucher()
    {
        var item = RuleCases.Of("SAT001").First(static item => !item.IsSilent);
        var voucher = RuleCaseRunner.Vouchers(item)[0];
        var whole = RuleCaseRunner.Run(RuleCaseRunner.Context(item), [voucher]).Findings.Single(static finding => finding.Rule == "SAT001");
        var part = RuleCaseRunner.Run(RuleCaseRunner.Context(item), [Divide(voucher)]).Findings.Single(static finding => finding.Rule == "SAT001");
        Assert.Equal((whole.Line, whole.VoucherId), (part.Line, part.VoucherId));
    }

    [Fact]
    public void What_is_wrong_with_the_head_is_said_once()
    {
        var item = RuleCases.Of("FIS010").First(static item => !item.IsSilent);
        var findings = RuleCaseRunner.Run(RuleCaseRunner.Context(item), RuleCaseRunner.Vouchers(item).Select(Divide)).Findings;
        Assert.Single(findings, static finding => finding.Rule == "FIS010");
    }

    // The first line is one entry and the rest another: mostly nonsense, and rules must stand it.
    private static Voucher Divide(Voucher voucher) =>
        voucher with { Lines = [.. voucher.Lines.Select(static (line, i) => line with { Part = i % 2 == 0 ? "2" : "1" })] };
}
