using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules.Ack;

/// <summary>The last month of a fiscal year that is over, without a closing voucher; a branch that was closed before the year ended is not asked.</summary>
public sealed class Ack008NoClosing : AggregateRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ACK008",
        Severity = Severity.Warning,
        Message = "Hesap döneminin son ayında kapanış fişi yok.",
        Remedy = "Dönem sonu kayıtlarından sonra kapanış fişini hesap döneminin son günü tarihiyle ERP’den gönderin.",
        Source = "VUK 174, 192; e-Defter yazılımlarında kapanış maddesi dönemin son maddesidir",
    };

    public override RuleOutcome Applies(CheckContext context)
    {
        if (context.Period is null)
            return RuleOutcome.Skipped;
        // While the year still runs nobody can have closed it, and a branch that is gone has nothing left to close.
        return EndsYear(context) && context.AsOf > context.To && !(context.BookBranch?.ClosedOn < context.To) ? RuleOutcome.Ran : RuleOutcome.NotApplicable;
    }

    public override RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings)
    {
        if (month.Closings.Count == 0)
            findings.Add(this, "kind");
        return RuleOutcome.Ran;
    }
}
