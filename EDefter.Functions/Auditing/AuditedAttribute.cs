namespace EDefter.Functions.Auditing;

/// <summary>An HTTP function that changes nothing and is recorded in the audit trail all the same, because it hands something out: a link, a file. Those that change something are recorded without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuditedAttribute : Attribute;
