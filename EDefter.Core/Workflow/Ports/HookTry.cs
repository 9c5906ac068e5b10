namespace EDefter.Core.Workflow.Ports;

/// <summary>One try.</summary>
/// <param name="At">When it began.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">What the receiver answered; null when it did not.</param>
public sealed record HookTry(DateTimeOffset At, HookOutcome Outcome, int? Status);
