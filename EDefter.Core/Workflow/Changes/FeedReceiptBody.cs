namespace EDefter.Core.Workflow.Changes;

/// <summary>What the ERP says of one change.</summary>
/// <param name="Seq">The change.</param>
/// <param name="Ok">It carried it out; absent means yes.</param>
/// <param name="Note">Its reason, at most 2 000 characters.</param>
public sealed record FeedReceiptBody(long Seq, bool? Ok, string? Note);
