namespace EDefter.Core.Workflow.Changes;

/// <summary>The ERP's word about a change.</summary>
/// <param name="At">When.</param>
/// <param name="Ok">It carried the change out; false: it could not, and gets it again.</param>
/// <param name="Note">Its reason, in its own words.</param>
public sealed record FeedReceipt(DateTimeOffset At, bool Ok, string? Note);
