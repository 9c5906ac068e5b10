using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>What recomputing a trail found.</summary>
/// <param name="Intact">Every record is the one that was written, in its place, and none is missing.</param>
/// <param name="Last">The last record that was found good.</param>
/// <param name="Break">Where it first breaks; null when it is intact.</param>
public sealed record AuditVerdict(bool Intact, AuditHead Last, AuditBreak? Break);
