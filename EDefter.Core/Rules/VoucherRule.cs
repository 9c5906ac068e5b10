namespace EDefter.Core.Rules;

/// <summary>A rule that looks at one voucher at a time. Runs for every voucher of the month: no allocation, no LINQ, unless it has found something.</summary>
public abstract class VoucherRule : Rule
{
    public abstract void Check(CheckContext context, VoucherFacts voucher, FindingSink findings);
}
