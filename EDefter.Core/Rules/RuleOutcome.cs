namespace EDefter.Core.Rules;

/// <summary>What a check says of a rule. Skipped is not passed.</summary>
public enum RuleOutcome
{
    Ran,
    NotApplicable,

    /// <summary>What the rule compares with was never sent.</summary>
    NoData,

    /// <summary>Not valid at the month's date, or off by default and not asked for by the company.</summary>
    Off,

    /// <summary>Could not be run in this check (a rule about a whole month in a check of some days).</summary>
    Skipped,
}
