namespace EDefter.Functions.Auditing;

/// <param name="Route">Method and template of the route.</param>
/// <param name="IsRecorded">Its calls stand in the audit trail.</param>
public sealed record AuditedFunction(string Route, bool IsRecorded);
