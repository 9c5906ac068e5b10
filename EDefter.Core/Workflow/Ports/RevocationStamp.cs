namespace EDefter.Core.Workflow.Ports;

/// <summary>A filed month was opened again because its berat was deleted at the authority.</summary>
public sealed record RevocationStamp(string By, DateTimeOffset At, string Reason);
