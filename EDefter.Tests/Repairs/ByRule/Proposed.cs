using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Repairs.ByRule;

/// <summary>
/// Asks one repair alone, without the planner that would withdraw what does no good: what it proposes for a finding, and what it says to have read.
/// <c>2 document.number=7 · - comment=∅ ‹ 1 document.type</c>; <c>∅</c> for nothing.
/// </summary>
internal static class Proposed
{
    public const string Nothing = "∅";

    public static string By(string rule, Voucher voucher, int? line = null, string? field = null, CheckContext? context = null)
    {
        var finding = FindingOf(rule, voucher, line, field);
        return RepairBook.Standard.Find(rule)!.Propose(VoucherFacts.Of(voucher), finding, new RepairContext(context ?? RepairFixture.Context)) is { } proposal
            ? string.Join(" · ", proposal.Edits.Select(Show)) + Reads(proposal.Reads)
            : Nothing;
    }

    /// <summary>What a person may choose: <c>1 branch?0000|0007</c>.</summary>
    public static string Choices(string rule, Voucher voucher, int? line = null, CheckContext? context = null)
    {
        var choices = RepairBook.Standard.FindChoice(rule)!.Offer(VoucherFacts.Of(voucher), FindingOf(rule, voucher, line, field: null), new RepairContext(context ?? RepairFixture.Context));
        return choices.Count == 0
            ? Nothing
            : string.Join(" · ", choices.Select(static choice => $"{Place(choice.Line)} {choice.Field}?{string.Join('|', choice.Candidates)}{Reads(choice.Reads)}{(choice.ReadsAmounts ? " ‹ amounts" : string.Empty)}"));
    }

    /// <summary>What is proposed for the chart: <c>120.02.name: before → after</c>, or with candidates <c>120.02.name: before → ?one|other</c>, and the level that must be created too.</summary>
    public static string ForChart(string rule, ChartOfAccounts? chart, params (string Place, string Value)[] values) => ForChart(rule, chart, context: null, values);

    public static string ForChart(string rule, ChartOfAccounts? chart, CheckContext? context, params (string Place, string Value)[] values)
    {
        var finding = FindingOf(rule, RepairFixture.Purchase(), line: 1, field: "account") with { Values = values.ToDictionary(static value => value.Place, static value => value.Value, StringComparer.Ordinal) };
        return RepairBook.Standard.FindChart(rule)!.Propose(finding, new RepairContext((context ?? RepairFixture.Context) with { Chart = chart })) is { } proposal
            ? $"{proposal.Account}.{proposal.Member}: {proposal.Before ?? Nothing} → {(proposal.Candidates.Count > 0 ? "?" + string.Join('|', proposal.Candidates) : proposal.After)}{(proposal.Needs is { } needs ? " + " + needs : string.Empty)}"
            : Nothing;
    }

    public static Finding FindingOf(string rule, Voucher voucher, int? line, string? field) => new()
    {
        Rule = rule,
        Severity = Severity.Error,
        RepairClass = RuleBook.Standard.Info(rule).RepairClass,
        VoucherId = voucher.Id,
        VoucherNumber = voucher.Number,
        Date = voucher.Date.Value,
        Line = line,
        Field = field,
        Message = "Deneme.",
        Remedy = "Deneme.",
        Source = "Deneme",
    };

    private static string Show(Edit edit) => $"{Place(edit.Line)} {edit.Field}={edit.After ?? Nothing}";

    private static string Reads(IReadOnlyList<FieldPlace> reads) => reads.Count == 0 ? string.Empty : " ‹ " + string.Join(", ", reads.Select(static read => $"{Place(read.Line)} {read.Field}"));

    private static string Place(int? line) => line?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
