using EDefter.Core.Vouchers;

namespace EDefter.Core.Workflow.Ports;

/// <summary>A live voucher with what the log knows of it.</summary>
/// <param name="Voucher">The winning version.</param>
/// <param name="Sequence">The commit it came with.</param>
/// <param name="Kind">What that commit was: the ERP's word or a repair.</param>
/// <param name="ContentHash">128 bits over the canonical JSON, as 32 hex digits.</param>
public sealed record StoredVoucher(Voucher Voucher, long Sequence, CommitKind Kind, string ContentHash);
