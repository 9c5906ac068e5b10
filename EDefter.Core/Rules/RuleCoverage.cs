namespace EDefter.Core.Rules;

/// <summary>What a check says of one rule.</summary>
/// <param name="Rule">Code.</param>
/// <param name="Outcome">Whether it spoke at all.</param>
/// <param name="Findings">How many findings, acknowledged ones included.</param>
/// <param name="Acknowledged">How many of them a person has acknowledged; known when the report is read.</param>
public sealed record RuleCoverage(string Rule, RuleOutcome Outcome, int Findings, int Acknowledged = 0);
