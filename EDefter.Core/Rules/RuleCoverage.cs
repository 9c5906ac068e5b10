namespace EDefter.Core.Rules;

/// <summary>What a check says of one rule.</summary>
public sealed record RuleCoverage(string Rule, RuleOutcome Outcome, int Findings);
