using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules;

/// <summary>A rule about what the check has gathered of the whole range (<see cref="MonthAggregates"/>): it keeps no memory of its own and speaks once, at the end.</summary>
public abstract class AggregateRule : Rule
{
    /// <returns>Whether the rule could judge after all: that a balance carried is unknown shows only when the last voucher was seen.</returns>
    public abstract RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings);

    /// <summary>The range lies in one fiscal year, so that its balances and numbers belong together.</summary>
    private protected static bool IsInOneYear(CheckContext context) => context.FiscalYear is { } year && year.Contains(context.To);

    /// <summary>The range ends with the last day of the fiscal year.</summary>
    private protected static bool EndsYear(CheckContext context) => IsInOneYear(context) && context.FiscalYear!.End == context.To;
}
