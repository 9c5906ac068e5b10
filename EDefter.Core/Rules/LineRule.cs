namespace EDefter.Core.Rules;

/// <summary>A rule that looks at one line at a time. Runs for every line of the month: no allocation, no LINQ, unless it has found something.</summary>
public abstract class LineRule : Rule
{
    public abstract void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings);
}
