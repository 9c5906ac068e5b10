namespace EDefter.Core.Vouchers;

/// <summary>Borç or alacak.</summary>
public enum VoucherSide
{
    Debit,
    Credit,
}
