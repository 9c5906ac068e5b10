using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Workflow.Ports;

/// <summary>One version of a voucher in the log; <see cref="Voucher"/> is null for a tombstone.</summary>
public sealed record VoucherVersion(long Sequence, CommitKind Kind, DateTimeOffset At, string By, Period? Period, Voucher? Voucher);
