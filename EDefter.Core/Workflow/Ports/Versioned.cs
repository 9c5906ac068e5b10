namespace EDefter.Core.Workflow.Ports;

/// <summary>Something read together with the version that a conditional change needs.</summary>
public sealed record Versioned<T>(T Value, string Version);
