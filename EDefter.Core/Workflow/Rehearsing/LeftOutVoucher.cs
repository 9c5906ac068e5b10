namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>A voucher that cannot become an entry yet: the check's report says why.</summary>
public sealed record LeftOutVoucher(string VoucherId, string? VoucherNumber, string? Link);
