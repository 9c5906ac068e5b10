using EDefter.Core.Vouchers;

namespace EDefter.Core.Reading;

/// <summary>One thing that arrived: a voucher, or why it is none.</summary>
public readonly record struct VoucherRow
{
    // Invariant: exactly one of Voucher and Rejection is set.
    private VoucherRow(string at, Voucher? voucher, RejectedRow? rejection)
    {
        At = at;
        Voucher = voucher;
        Rejection = rejection;
    }

    /// <summary>Place in what was sent.</summary>
    public string At { get; }

    public Voucher? Voucher { get; }

    public RejectedRow? Rejection { get; }

    public static VoucherRow Read(string at, Voucher voucher) => new(at, voucher, rejection: null);

    public static VoucherRow Rejected(RejectedRow rejection) => new(rejection.At, voucher: null, rejection);
}
