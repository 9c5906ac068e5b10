namespace EDefter.Core.Vouchers;

/// <summary>The words of the wire for <see cref="DocumentType"/>.</summary>
public static class DocumentTypes
{
    /// <returns>The type, or null when the text is none of the eight words.</returns>
    public static DocumentType? Parse(string? text) => text switch
    {
        "check" => DocumentType.Check,
        "invoice" => DocumentType.Invoice,
        "order-customer" => DocumentType.OrderCustomer,
        "order-vendor" => DocumentType.OrderVendor,
        "voucher" => DocumentType.Voucher,
        "shipment" => DocumentType.Shipment,
        "receipt" => DocumentType.Receipt,
        "other" => DocumentType.Other,
        _ => null,
    };

    public static string ToWire(this DocumentType type) => type switch
    {
        DocumentType.Check => "check",
        DocumentType.Invoice => "invoice",
        DocumentType.OrderCustomer => "order-customer",
        DocumentType.OrderVendor => "order-vendor",
        DocumentType.Voucher => "voucher",
        DocumentType.Shipment => "shipment",
        DocumentType.Receipt => "receipt",
        DocumentType.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };

    /// <summary>Invoice, check and other need a number and a date (yevmiye schematron 201–203).</summary>
    public static bool NeedsNumberAndDate(this DocumentType type) => type is DocumentType.Invoice or DocumentType.Check or DocumentType.Other;
}
