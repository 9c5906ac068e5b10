namespace EDefter.Core.Rules;

/// <summary>What a rule judges, and what its repair would change.</summary>
public enum RuleTarget
{
    Voucher,
    Chart,
    Company,
    Run,
    Output,
}
