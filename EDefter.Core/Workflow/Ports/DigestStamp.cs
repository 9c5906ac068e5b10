namespace EDefter.Core.Workflow.Ports;

/// <summary>Where the digest of a month's vouchers lies (<see cref="Rules.Aggregates.MonthDigest"/>).</summary>
/// <param name="Vouchers">The <see cref="MonthHead.VouchersRevision"/> that it was made of; of any other it says nothing.</param>
/// <param name="Blob">Name of its blob, content-named.</param>
public sealed record DigestStamp(long Vouchers, string Blob);
