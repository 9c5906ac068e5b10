namespace EDefter.Core.Workflow.Ports;

/// <summary>The live vouchers of one day, in no promised order; null day = the undated drawer.</summary>
public sealed record DayVouchers(DateOnly? Day, IReadOnlyList<StoredVoucher> Vouchers);
