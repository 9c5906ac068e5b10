namespace EDefter.Core.Workflow.Ports;

/// <summary>An acknowledgement was taken back.</summary>
public sealed record Withdrawal(string By, DateTimeOffset At);
