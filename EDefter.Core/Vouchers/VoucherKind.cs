namespace EDefter.Core.Vouchers;

/// <summary>Fiş türü. The order of the members is the order of entries inside a day.</summary>
public enum VoucherKind
{
    Opening,
    Tahsil,
    Tediye,
    Mahsup,
    Closing,
}
