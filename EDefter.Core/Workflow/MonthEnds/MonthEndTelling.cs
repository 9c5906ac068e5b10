namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>What became of telling one receiver how a month end ended.</summary>
/// <param name="Hook">The webhook.</param>
/// <param name="Event">Identity of the event, as the receiver got it.</param>
/// <param name="State"><c>queued</c>, <c>waiting</c>, <c>delivered</c> or <c>dead</c>.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="At">When the last try began; null before the first one.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">What the receiver answered last; null when it did not.</param>
public sealed record MonthEndTelling(string Hook, string Event, string State, int Attempts, DateTimeOffset? At, string? Outcome, int? Status);
