namespace EDefter.Core.Vouchers;

/// <summary>Belge türü: the eight values of the authority's table (GİB Kılavuz Tablo-1).</summary>
public enum DocumentType
{
    Check,
    Invoice,
    OrderCustomer,
    OrderVendor,

    /// <summary>Senet.</summary>
    Voucher,
    Shipment,
    Receipt,
    Other,
}
