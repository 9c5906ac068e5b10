namespace EDefter.Core.Rules;

/// <summary>
/// One rule of the book: what is published of it and one pure check. It keeps no state: what must be remembered from voucher to voucher
/// lives in the pass that a <see cref="MonthRule"/> begins. Derive from <see cref="LineRule"/>, <see cref="VoucherRule"/>,
/// <see cref="MonthRule"/>, <see cref="AggregateRule"/>, <see cref="CompanyRule"/> or <see cref="NumberRule"/>.
/// </summary>
public abstract class Rule
{
    public abstract RuleInfo Info { get; }

    /// <summary>Whether the rule can speak at all here. A rule that lacks its data says so (<see cref="RuleOutcome.NoData"/>) and is never counted as passed.</summary>
    public virtual RuleOutcome Applies(CheckContext context) => RuleOutcome.Ran;

    /// <summary>What the rule lacks when it says <see cref="RuleOutcome.NoData"/>, where the vouchers themselves call for it; null for comparisons that a company asks for by sending figures (a source count, a trial balance, the opening).</summary>
    public virtual ReferenceData? Needs => null;
}
