using EDefter.Core.Journal;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Print;

/// <summary>The words of the printed books that come from values.</summary>
internal static class PrintWords
{
    private static readonly string[] Kinds = [.. Enum.GetValues<VoucherKind>().Select(KindOf)];
    private static readonly string[] Types = [.. Enum.GetValues<DocumentType>().Select(TypeOf)];

    /// <summary>"Mahsup fişi".</summary>
    public static string Kind(VoucherKind kind) => Kinds[(int)kind];

    /// <summary>"Fatura ABC2025000000001, 15.01.2025"; nothing for a line without a document.</summary>
    public static string Document(JournalLine line)
    {
        if (line.DocumentType is null && line.DocumentNumber is null && line.DocumentDate is null)
            return string.Empty;
        var name = line.DocumentTypeDescription ?? (line.DocumentType is { } type ? Types[(int)type] : null);
        var named = name is null ? line.DocumentNumber : line.DocumentNumber is null ? name : name + " " + line.DocumentNumber;
        if (line.DocumentDate is not { } date)
            return named ?? string.Empty;
        return named is null ? TurkishText.Date(date) : named + ", " + TurkishText.Date(date);
    }

    /// <summary>"Fatura", "Dekont": what the document is called.</summary>
    public static string? DocumentName(JournalLine line) => line.DocumentTypeDescription ?? (line.DocumentType is { } type ? Types[(int)type] : null);

    /// <summary>The balance with its side, as ledgers show it: "1.250,00 B"; nothing is "0,00".</summary>
    public static string Balance(decimal debit, decimal credit) => (debit - credit) switch
    {
        > 0 and var owed => PrintText.Amount(owed) + " B",
        < 0 and var owing => PrintText.Amount(-owing) + " A",
        _ => PrintText.Amount(0),
    };

    private static string KindOf(VoucherKind kind) => kind switch
    {
        VoucherKind.Opening => "Açılış fişi",
        VoucherKind.Closing => "Kapanış fişi",
        VoucherKind.Tahsil => "Tahsil fişi",
        VoucherKind.Tediye => "Tediye fişi",
        VoucherKind.Mahsup => "Mahsup fişi",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    private static string TypeOf(DocumentType type) => type switch
    {
        DocumentType.Check => "Çek",
        DocumentType.Invoice => "Fatura",
        DocumentType.OrderCustomer => "Müşteri siparişi",
        DocumentType.OrderVendor => "Satıcı siparişi",
        DocumentType.Voucher => "Senet",
        DocumentType.Shipment => "Navlun",
        DocumentType.Receipt => "Makbuz",
        DocumentType.Other => "Diğer",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, message: null),
    };
}
