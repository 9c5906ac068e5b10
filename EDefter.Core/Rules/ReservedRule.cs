namespace EDefter.Core.Rules;

/// <summary>A code of the catalogue whose fact another rule tells. It is kept, because codes are never used twice, and it never speaks, because one fact is told once.</summary>
public abstract class ReservedRule : Rule
{
    /// <summary>The rule that tells the fact.</summary>
    public abstract string ToldBy { get; }

    public sealed override RuleOutcome Applies(CheckContext context) => RuleOutcome.NotApplicable;
}
