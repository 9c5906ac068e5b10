namespace EDefter.Core.Vouchers;

/// <summary>The words of the wire for <see cref="VoucherKind"/>.</summary>
public static class VoucherKinds
{
    /// <returns>The kind, or null when the text is none of the five words.</returns>
    public static VoucherKind? Parse(string? text) => text switch
    {
        "opening" => VoucherKind.Opening,
        "closing" => VoucherKind.Closing,
        "mahsup" => VoucherKind.Mahsup,
        "tahsil" => VoucherKind.Tahsil,
        "tediye" => VoucherKind.Tediye,
        _ => null,
    };

    public static string ToWire(this VoucherKind kind) => kind switch
    {
        VoucherKind.Opening => "opening",
        VoucherKind.Closing => "closing",
        VoucherKind.Mahsup => "mahsup",
        VoucherKind.Tahsil => "tahsil",
        VoucherKind.Tediye => "tediye",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
