namespace EDefter.Core.Workflow.Acknowledging;

/// <summary>Who let a finding stand, as a report shows it.</summary>
public sealed record FindingAcknowledgement(string Id, string By, DateTimeOffset At, string Note, DateOnly? Until);
