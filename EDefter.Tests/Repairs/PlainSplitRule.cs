using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Repairs;

/// <summary>The simplest rules that ask for a division of a voucher: more of something in one entry than may be.</summary>
internal sealed class PlainSplitRule(string code, Severity severity, string? grouping, Func<VoucherFacts, CheckContext, bool> isTooMuch) : VoucherRule
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new PlainSplitRule("FIS012", Severity.Error, grouping: null, static (voucher, _) => Count(voucher, static line => DocumentKey.Of(line.Document)?.ToString()) > 1),
        new PlainSplitRule("FIS013", Severity.Warning, "invoices", ExceedsLimits),
        new PlainSplitRule("BEL021", Severity.Warning, "bankDay", static (voucher, _) => Count(voucher, static line => line.MainAccount == "102" ? $"{line.Line.Account} {line.Document?.Date}" : null) > 1),
        new PlainSplitRule("BEL022", Severity.Warning, "partnerBordro", static (voucher, _) => Count(voucher, static line => line.Line.Partner?.TaxId) > 1),
    ];

    public override RuleInfo Info { get; } = new()
    {
        Code = code,
        Severity = severity,
        RepairClass = RepairClass.B,
        Message = "{fisNo} ayrıştırılmalı.",
        Remedy = "Ayrıştırın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (string.Equals(voucher.Voucher.Grouping?.Kind, grouping, StringComparison.Ordinal) && isTooMuch(voucher, context))
            findings.Add(this, voucher, line: null, "document", ("fisNo", voucher.Name));
    }

    private static bool ExceedsLimits(VoucherFacts voucher, CheckContext context)
    {
        var days = Each(voucher, static line => line.Document?.Date.Value).Where(static day => day is not null).Select(static day => day!.Value.DayNumber).ToList();
        return Count(voucher, static line => DocumentKey.Of(line.Document)?.ToString()) > context.Pack.Limits.GroupedInvoicesMax
            || (days.Count > 0 && days.Max() - days.Min() + 1 > context.Pack.Limits.GroupedDaysMax);
    }

    private static int Count(VoucherFacts voucher, Func<LineFacts, string?> key) => Each(voucher, key).Where(static text => text is not null).Distinct().Count();

    private static List<T> Each<T>(VoucherFacts voucher, Func<LineFacts, T> key)
    {
        var all = new List<T>();
        foreach (var line in voucher.Lines)
            all.Add(key(line));
        return all;
    }
}
