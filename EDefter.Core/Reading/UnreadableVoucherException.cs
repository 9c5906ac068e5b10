namespace EDefter.Core.Reading;

/// <summary>
/// Thrown inside <see cref="VoucherJsonParser"/> at the point where a text stops being a voucher, and caught by the readers, which turn it
/// into a <see cref="RejectedRow"/>; it never leaves the reading room.
/// </summary>
public sealed class UnreadableVoucherException(string code, string? id, string reason, bool isBrokenJson = false) : Exception(reason)
{
    public string Code { get; } = code;

    public string? Id { get; } = id;

    /// <summary>The text is no JSON, so that nobody can say where it should have ended; false when it is JSON but no voucher.</summary>
    public bool IsBrokenJson { get; } = isBrokenJson;
}
