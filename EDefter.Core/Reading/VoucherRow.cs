using EDefter.Core.Vouchers;

namespace EDefter.Core.Reading;

/// <summary>One thing that arrived: a voucher, or why it is none.</summary>
public readonly record struct VoucherRow
{
    // Invariant: exactly one of Voucher and Rejection is set.
    private VoucherRow(RowPlace place, Voucher? voucher, RejectedRow? rejection)
    {
        Place = place;
        Voucher = voucher;
        Rejection = rejection;
    }

    /// <summary>Place in what was sent.</summary>
    public RowPlace Place { get; }

    /// <summary>The place in words.</summary>
    public string At => Place.ToString();

    public Voucher? Voucher { get; }

    public RejectedRow? Rejection { get; }

    public static VoucherRow Read(string at, Voucher voucher) => Read(new RowPlace(at), voucher);

    public static VoucherRow Read(RowPlace place, Voucher voucher) => new(place, voucher, rejection: null);

    public static VoucherRow Rejected(RejectedRow rejection) => new(new RowPlace(rejection.At), voucher: null, rejection);
}
