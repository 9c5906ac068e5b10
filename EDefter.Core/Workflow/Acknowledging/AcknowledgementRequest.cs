namespace EDefter.Core.Workflow.Acknowledging;

/// <summary>What a person wants to let stand, as asked.</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="VoucherId">One voucher; null: all findings of the rule in the month or in the book.</param>
/// <param name="Line">1-based line of the voucher; null: all of them.</param>
/// <param name="Period">yyyy-MM; null: every month.</param>
/// <param name="Note">Why the warning may stand.</param>
/// <param name="Until">The last day on which it holds; null: without an end.</param>
public sealed record AcknowledgementRequest(string? Rule, string? VoucherId, int? Line, string? Period, string? Note, DateOnly? Until);
