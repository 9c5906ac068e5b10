using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

/// <summary>One row of the trail. Ids and counts only.</summary>
/// <param name="Sequence">Grows by one per commit of the fiscal year.</param>
/// <param name="Kind">What was done.</param>
/// <param name="At">When.</param>
/// <param name="By">The person's name as given.</param>
/// <param name="KeyId">The key that was used.</param>
/// <param name="Batch">Identity of the batch, for commits that carry vouchers.</param>
/// <param name="Periods">The months it touched.</param>
/// <param name="Vouchers">Vouchers stored with it.</param>
/// <param name="Tombstones">Vouchers taken away with it.</param>
/// <param name="First">First madde no that was given or taken back; null for every other kind.</param>
/// <param name="FirstLine">First satır no that was given or taken back; null for every other kind.</param>
/// <param name="TraceParent">W3C trace parent of the act; null when nobody recorded it.</param>
public sealed record CommitRecord(long Sequence, CommitKind Kind, DateTimeOffset At, string By, string KeyId, string? Batch, IReadOnlyList<Period> Periods, long Vouchers, long Tombstones, long? First = null, long? FirstLine = null, string? TraceParent = null);
