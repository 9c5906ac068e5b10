using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>Lines of a trail.</summary>
/// <param name="Lines">In order.</param>
/// <param name="After">The place behind which the next page begins; null on the last one.</param>
public sealed record AuditPage(IReadOnlyList<AuditLine> Lines, long? After);
