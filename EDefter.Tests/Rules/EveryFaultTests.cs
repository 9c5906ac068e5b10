using System.Text;
using System.Text.Json.Nodes;
using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

/// <summary>
/// "Fix one, see the next" is what people complain about: a month that holds a fault of every kind hears of all of them at once, and one plan mends
/// what may be mended. The faults are the first speaking case of every rule, put side by side.
/// </summary>
public sealed class EveryFaultTests
{
    // What cannot stand beside the other faults in one month, and why; each speaks in its own cases.
    private static readonly Dictionary<string, string> Alone = new(StringComparer.Ordinal)
    {
        ["ACK001"] = "reserved: told as ACK004",
        ["ACK002"] = "speaks where there is no opening voucher; here are several",
        ["ACK006"] = "needs opening balances that the single opening voucher contradicts",
        ["ACK007"] = "needs the last month of a fiscal year",
        ["ACK008"] = "needs the last month of a fiscal year",
        ["ACK009"] = "needs the last month of a fiscal year",
        ["BEL026"] = "needs the NACE code that FIR006 misses",
        ["DOV005"] = "about the company as a whole",
        ["FIR001"] = "another tax number",
        ["FIR002"] = "another name than the company that has an empty address",
        ["FIR003"] = "another name than the company that has an empty address",
        ["FIR007"] = "another accountant than the one without an engagement",
        ["FIR009"] = "no fiscal year, so no month",
        ["FIR010"] = "needs numbered months of another fiscal year",
        ["HES005"] = "the chart that is sent for the other rules names the account",
        ["HES006"] = "the chart that is sent for the other rules names the account",
        ["HES009"] = "other vouchers bring cash into the till on the same day",
        ["HES010"] = "other vouchers turn the balance back",
        ["HES011"] = "another chart, in which the account is open",
        ["HES012"] = "needs the last month of a fiscal year",
        ["KON006"] = "speaks where data are missing; here they are sent",
        ["NUM010"] = "needs the month of adoption",
        ["NUM012"] = "an empty month holds no other fault",
        ["SUB001"] = "another branch",
        ["SUB002"] = "another branch",
        ["SUB004"] = "another branch",
        ["TAR002"] = "needs a month that lies ahead",
        ["TAR005"] = "a range of days instead of a month",
    };

    [Fact]
    public void A_month_with_a_fault_of_every_kind_hears_of_all_of_them_at_once()
    {
        var (context, vouchers) = Month();
        var (findings, result) = RuleCaseRunner.Run(context, vouchers);
        var silent = Codes().Where(code => !findings.Any(finding => Speaks(finding, code))).ToList();
        Assert.Empty(silent);
        Assert.Equal(result.Totals.Received, result.Totals.Processed);
        Assert.All(findings, finding =>
        {
            Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", finding.Remedy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void One_plan_mends_what_may_be_mended_and_makes_no_new_error()
    {
        var (context, vouchers) = Month();
        var planner = new RepairPlanner(context);
        foreach (var voucher in vouchers)
            planner.Observe(voucher);
        var plan = planner.Finish(revision: 1);
        var accepted = RepairApplier.Accept(plan, Acceptance.All);
        Assert.False(accepted.IsRefused);
        var mended = vouchers.Select(voucher => accepted.Value!.VoucherIds.Contains(voucher.Id, StringComparer.Ordinal) ? accepted.Value.Mend(voucher).Value! : voucher).ToList();

        var before = RuleCaseRunner.Run(context, vouchers);
        var after = RuleCaseRunner.Run(context, mended);

        Assert.InRange(plan.Changes.Select(change => change.Rule).Distinct(StringComparer.Ordinal).Count(), 30, 135);
        Assert.True(after.Result.Errors < before.Result.Errors);
        var toldBefore = before.Findings.Where(finding => finding.Severity is Severity.Error).Select(finding => (finding.Rule, finding.VoucherId)).ToHashSet();
        var foretold = plan.Foretold.Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(after.Findings.Where(finding => finding.Severity is Severity.Error && !toldBefore.Contains((finding.Rule, finding.VoucherId)) && !foretold.Contains(finding.Rule)).Select(finding => finding.Message));
    }

    [Fact]
    public void Every_rule_of_a_check_is_in_the_month_or_has_its_reason()
    {
        var known = CheckRules().ToHashSet(StringComparer.Ordinal);
        Assert.All(Alone.Keys, code => Assert.Contains(code, known));
        Assert.InRange(Codes().Count, 86, known.Count);
    }

    private static IEnumerable<string> CheckRules() => RuleBook.Standard.Rules.Where(rule => rule.Info.Phase == RulePhase.Check).Select(rule => rule.Info.Code);

    private static List<string> Codes() => [.. CheckRules().Where(code => !Alone.ContainsKey(code))];

    private static bool Speaks(Finding finding, string code) =>
        string.Equals(finding.Rule, code, StringComparison.Ordinal) && (finding.VoucherId is null || finding.VoucherId.StartsWith(code, StringComparison.Ordinal));

    private static (CheckContext Context, List<Voucher> Vouchers) Month()
    {
        var vouchers = new List<Voucher>();
        var company = new JsonObject();
        RuleCase? basis = null;
        var (chart, rates) = (new JsonArray(), new JsonObject());
        JsonObject? count = null;
        JsonArray? trial = null;
        foreach (var item in Codes().Select(code => RuleCases.Of(code).First(one => one.Expect.Any(expected => string.Equals(expected.Rule, code, StringComparison.Ordinal)))))
        {
            vouchers.AddRange(item.Vouchers.Select(text => VoucherJsonParser.Parse(Encoding.UTF8.GetBytes(text))).Select(voucher => Renamed(voucher, item.Rule)));
            foreach (var (member, value) in item.CompanyPatch ?? [])
                company[member] = value?.DeepClone();
            foreach (var account in item.Chart ?? [])
                chart.Add(account!.DeepClone());
            foreach (var (day, sent) in item.Rates ?? [])
                rates[day] = sent!.DeepClone();
            count ??= item.SourceCount;
            trial ??= item.TrialBalance;
            if (item.CompanyPatch is null)
                basis ??= item;
        }

        var whole = (JsonObject)basis!.Company.DeepClone();
        foreach (var (member, value) in company)
            whole[member] = value?.DeepClone();
        var month = basis with { Company = whole, Chart = chart, Rates = rates, SourceCount = count, TrialBalance = trial, AsOf = new DateOnly(2025, 12, 1) };
        return (RuleCaseRunner.Context(month), [.. vouchers.OrderBy(voucher => voucher.Date.Value)]);
    }

    // Cases share ids and numbers; what a case leaves empty stays empty.
    private static Voucher Renamed(Voucher voucher, string code) => voucher with
    {
        Id = $"{code}-{voucher.Id}",
        Number = string.IsNullOrWhiteSpace(voucher.Number) ? voucher.Number : $"{code}-{voucher.Number}",
    };
}
