using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>Runs the rules about a voucher and its lines on one voucher alone: the very rules of the check, so that a repair never judges by itself what is wrong.</summary>
internal sealed class VoucherChecker
{
    private readonly CheckContext context;
    private readonly CompanySeverities severities;
    private readonly LineRule[] lineRules;
    private readonly VoucherRule[] voucherRules;

    public VoucherChecker(CheckContext context, RuleBook rules)
    {
        this.context = context;
        severities = context.Severities;
        lineRules = [.. Running(rules, context).OfType<LineRule>()];
        voucherRules = [.. Running(rules, context).OfType<VoucherRule>()];
    }

    /// <summary>The rules that can speak here at all.</summary>
    public static IEnumerable<Rule> Running(RuleBook rules, CheckContext context) =>
        rules.Rules.Where(rule => !context.IsOff(rule.Info.Code) && rule.Applies(context) == RuleOutcome.Ran);

    /// <summary>
    /// All findings about the voucher, entry by entry where it is divided, in the order of the rules and then of the lines; none for a voucher that is
    /// not in the book. Whatever entry is spoken of, voucher and lines are those of the stored voucher.
    /// </summary>
    public IReadOnlyList<Finding> Check(Voucher voucher)
    {
        var found = new List<Finding>();
        var sink = new FindingSink(found.Add, severities);
        foreach (var entry in VoucherFacts.EntriesOf(voucher))
        {
            if (entry.InBook)
                Check(entry, sink);
        }

        return found;
    }

    private void Check(VoucherFacts voucher, FindingSink sink)
    {
        foreach (var rule in voucherRules)
            rule.Check(context, voucher, sink);
        foreach (ref readonly var line in voucher.Lines)
        {
            foreach (var rule in lineRules)
                rule.Check(context, voucher, in line, sink);
        }
    }
}
