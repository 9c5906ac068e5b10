namespace EDefter.Core.Reading;

/// <summary>Something that was sent and is not stored, with its place and the reason in Turkish.</summary>
/// <param name="At">Place in what was sent: "satır 17", "öğe 3".</param>
/// <param name="Id">The voucher's id, when it could be read.</param>
/// <param name="Code">Stable word for programs: <c>unreadable</c>, <c>too-large</c>, <c>month-sealed</c> …</param>
/// <param name="Reason">A Turkish sentence that says what to do.</param>
public sealed record RejectedRow(string At, string? Id, string Code, string Reason);
