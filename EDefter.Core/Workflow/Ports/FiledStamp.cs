namespace EDefter.Core.Workflow.Ports;

/// <summary>The berat was filed: the month is final.</summary>
public sealed record FiledStamp(string By, DateTimeOffset At, string? Reference);
