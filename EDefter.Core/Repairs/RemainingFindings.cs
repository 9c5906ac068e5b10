using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>Findings of one rule that nothing is on offer for.</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Severity">Errors block numbering until they are mended in the ERP.</param>
/// <param name="Class">How freely the rule's faults may be mended at all.</param>
/// <param name="Count">Number of findings.</param>
public sealed record RemainingFindings(string Rule, Severity Severity, RepairClass Class, long Count);
