using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Receiving;

/// <param name="Vouchers">In the order of the journal.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record VoucherPage(IReadOnlyList<StoredVoucher> Vouchers, string? Next);
