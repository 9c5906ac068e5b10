namespace EDefter.Core.Vouchers;

/// <summary>The words of the wire for <see cref="VoucherState"/>.</summary>
public static class VoucherStates
{
    /// <summary>Absent means approved; an unknown word is <see cref="VoucherState.Unknown"/>.</summary>
    public static VoucherState Parse(string? text) => text switch
    {
        null or "" or "approved" => VoucherState.Approved,
        "checked" => VoucherState.Checked,
        "prepared" => VoucherState.Prepared,
        "planned" => VoucherState.Planned,
        "cancelled" => VoucherState.Cancelled,
        _ => VoucherState.Unknown,
    };
}
