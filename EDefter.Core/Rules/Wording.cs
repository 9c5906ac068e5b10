using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Text;
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

    /// <summary>A document whose type may be unknown: its own name, else its type as above, else the word as sent.</summary>
    public static string DocumentName(SourceDocument document) =>
        DocumentTypes.Parse(document.Type) is { } type ? Name(document, type) : OrEmpty(string.IsNullOrWhiteSpace(document.TypeDescription) ? document.Type : document.TypeDescription.Trim());

    /// <summary>A balance with its side: "1.200,00 TL alacak"; nothing is on no side: "0,00 TL".</summary>
    public static string Balance(decimal debitMinusCredit) =>
        $"{TurkishText.Amount(Math.Abs(debitMinusCredit))} TL{(debitMinusCredit < 0 ? " alacak" : debitMinusCredit > 0 ? " borç" : string.Empty)}";

    /// <summary>A main account with its name in the uniform chart: "100 Kasa".</summary>
    public static string MainAccount(string code) => UniformChart.Find(code) is { } known ? $"{code} {known.Name}" : code;

    /// <summary>A type in the middle of a sentence.</summary>
    public static string Name(DocumentType type) => type switch
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

    /// <summary>A text as it was sent, in quotes so that its blanks show, or the word for an empty one.</summary>
    public static string Quoted(string? text) => string.IsNullOrWhiteSpace(text) ? "boş" : $"\"{text}\"";

    /// <summary>A text as it was sent, or the word for an empty one.</summary>
    public static string OrEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? "boş" : text;
}
