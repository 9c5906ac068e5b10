using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules;

/// <summary>A rule about the check itself: it runs last and sees what became of every other rule.</summary>
public abstract class CoverageRule : Rule
{
    /// <param name="month">What was gathered of the range.</param>
    /// <param name="rules">Every rule of the check with its outcome.</param>
    /// <param name="findings">Where to tell.</param>
    public abstract void Judge(MonthAggregates month, IReadOnlyList<(Rule Rule, RuleOutcome Outcome)> rules, FindingSink findings);
}
