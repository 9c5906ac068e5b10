using EDefter.Core.Rules;

namespace EDefter.Core.Workflow.Ports;

/// <summary>What a check found by one rule.</summary>
/// <param name="Rule">Code.</param>
/// <param name="Severity">As the company has it.</param>
/// <param name="Count">How many findings.</param>
public sealed record RuleFindings(string Rule, Severity Severity, int Count);
