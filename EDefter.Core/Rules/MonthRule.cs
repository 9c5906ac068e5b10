namespace EDefter.Core.Rules;

/// <summary>A rule across vouchers. It sees each voucher once, in the order of the days, keeps small aggregates, and speaks at the end.</summary>
public abstract class MonthRule : Rule
{
    public abstract MonthPass Begin(CheckContext context);
}
