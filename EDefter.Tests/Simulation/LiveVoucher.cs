using EDefter.Core.Vouchers;

namespace EDefter.Tests.Simulation;

/// <param name="Now">As it stands in the book.</param>
/// <param name="Erp">As the ERP sent it last, canonical JSON.</param>
internal sealed record LiveVoucher(Voucher Now, string Erp);
