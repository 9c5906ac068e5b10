using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

/// <summary>What was not judged is told as such: a rule that lacks its data, or whose question does not arise, has not passed.</summary>
public sealed class RuleOutcomeTests
{
    private static readonly Period January = new(2025, 1);
    private static readonly Period December = new(2025, 12);

    [Fact]
    public void A_month_of_which_nothing_but_its_vouchers_is_known() => AssertTold(
        Of(January),
        notApplicable: "ACK001 ACK006 ACK008 ACK009 BEL024 FIR010 HES012 NUM010 SUB002 SUB004",
        noData: "DOV003 HES002 HES003 HES009 HES010 HES011 KON001 KON002",
        skipped: "");

    [Fact]
    public void The_last_month_of_a_year_whose_opening_nobody_told() => AssertTold(
        Of(December) with { AsOf = new DateOnly(2026, 2, 1) },
        notApplicable: "ACK001 ACK002 ACK006 ACK009 BEL024 FIR010 NUM010 SUB002 SUB004",
        noData: "DOV003 HES002 HES003 HES009 HES010 HES011 HES012 KON001 KON002",
        skipped: "");

    [Fact]
    public void Days_of_two_fiscal_years()
    {
        var company = VoucherGen.CompanyOf(2025);
        var next = new FiscalYear { Start = new DateOnly(2026, 1, 1), End = new DateOnly(2026, 12, 31) };
        AssertTold(
            Of(December) with { Company = company with { FiscalYears = [company.FiscalYear!, next] }, To = new DateOnly(2026, 1, 31), Period = null },
            notApplicable: "ACK001 FIR010 SUB002 SUB004",
            noData: "DOV003 HES002 HES003 HES011",
            skipped: "ACK002 ACK006 ACK008 ACK009 BEL016 BEL024 FIS009 HES009 HES010 HES012 KON001 KON002 KON007 NUM010 NUM012");
    }

    private static void AssertTold(CheckContext context, string notApplicable, string noData, string skipped)
    {
        var outcomes = Outcomes(context);
        Assert.Equal(notApplicable, Of(RuleOutcome.NotApplicable, outcomes));
        Assert.Equal(noData, Of(RuleOutcome.NoData, outcomes));
        Assert.Equal(skipped, Of(RuleOutcome.Skipped, outcomes));
    }

    private static string Of(RuleOutcome wanted, IEnumerable<RuleCoverage> outcomes) => string.Join(' ', outcomes.Where(row => row.Outcome == wanted).Select(row => row.Rule));

    private static IReadOnlyList<RuleCoverage> Outcomes(CheckContext context)
    {
        var day = DateField.Of(context.From);
        var voucher = VoucherGen.Of(January, "1", "1").Single() with { Date = day, Lines = [Cash(10), Cash(-10)] };
        return RuleCaseRunner.Run(context, [voucher]).Result.Coverage;
    }

    private static VoucherLine Cash(int amount) => new()
    {
        Account = "100.01",
        Debit = amount > 0 ? AmountField.Of(amount) : AmountField.Absent,
        Credit = amount < 0 ? AmountField.Of(-amount) : AmountField.Absent,
    };

    private static CheckContext Of(Period month) => new()
    {
        Company = VoucherGen.CompanyOf(2025),
        Branch = Branch.HeadOffice,
        From = month.FirstDay,
        To = month.LastDay,
        Period = month,
        AsOf = new DateOnly(2025, 3, 1),
        Pack = RulePacks.For(month.FirstDay),
    };
}
