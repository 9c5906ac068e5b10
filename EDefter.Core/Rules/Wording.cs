using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>Small pieces of Turkish that several rules say.</summary>
internal static class Wording
{
    /// <summary>A line's number, without group separators: it names a place, it does not count.</summary>
    public static string LineNumber(in LineFacts line) => line.PlaceInVoucher.ToString(CultureInfo.InvariantCulture);

    /// <summary>A place in the voucher as people write it: "163/2", or "163" for the voucher's head.</summary>
    public static string Place(VoucherFacts voucher, int? line) =>
        voucher.PlaceInVoucher(line) is { } number ? string.Create(CultureInfo.InvariantCulture, $"{voucher.Name}/{number}") : voucher.Name;

    /// <summary>A document in the middle of a sentence: its type, or its own name where the type says nothing.</summary>
    public static string Name(SourceDocument document, DocumentType type) =>
        type is DocumentType.Other && !string.IsNullOrWhiteSpace(document.TypeDescription) ? document.TypeDescription.Trim() : Name(type);

    private static string Name(DocumentType type) => type switch
    {
        DocumentType.Check => "çek",
        DocumentType.Invoice => "fatura",
        DocumentType.OrderCustomer => "müşteri sipariş belgesi",
        DocumentType.OrderVendor => "satıcı sipariş belgesi",
        DocumentType.Voucher => "senet",
        DocumentType.Shipment => "navlun",
        DocumentType.Receipt => "makbuz",
        DocumentType.Other => "diğer belge",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };

    /// <summary>A text as it was sent, or the word for an empty one.</summary>
    public static string OrEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? "boş" : text;
}
