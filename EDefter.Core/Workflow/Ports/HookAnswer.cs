namespace EDefter.Core.Workflow.Ports;

/// <summary>What came of it.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">HTTP status; null when nothing was answered.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone.</param>
public sealed record HookAnswer(HookOutcome Outcome, int? Status = null, TimeSpan? RetryAfter = null);
