namespace EDefter.Core.Repairs;

/// <summary>Something a rule will say only because of the plan.</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="VoucherId">The voucher, or null for the month.</param>
/// <param name="Message">What it will say, Turkish.</param>
public sealed record ForetoldFinding(string Rule, string? VoucherId, string Message);
