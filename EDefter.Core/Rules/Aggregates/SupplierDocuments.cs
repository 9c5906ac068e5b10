using System.Collections.Frozen;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>
/// Which lines book a supplier's document: they name the supplier by tax number and the document by number, and either raise what is owed to him (credit of class 32, 33 or 42, 43) or
/// take up what he delivered (debit of stock, assets, expense, cost or deductible KDV). A payment cites the same document on the other side, so it is no second booking.
/// </summary>
internal static class SupplierDocuments
{
    // A retail receipt starts again at 1 every morning and a dekont is the bank's, so only documents whose number is their supplier's own for the whole year count. Folded, with
    // the short names and those of the electronic ones.
    private static readonly FrozenSet<string> NumberedByTheirMaker = FrozenSet.Create(
        StringComparer.Ordinal,
        "SERBEST MESLEK MAKBUZU", "E SERBEST MESLEK MAKBUZU", "ALINAN SERBEST MESLEK MAKBUZU", "SMM", "E SMM", "ESMM",
        "MUSTAHSIL MAKBUZU", "E MUSTAHSIL MAKBUZU", "MUSTAHSIL", "E MUSTAHSIL", "E MM",
        "GIDER PUSULASI", "E GIDER PUSULASI");

    /// <returns>Whether the line books such a document; then its identity.</returns>
    public static bool TryKey(in LineFacts line, out ulong key)
    {
        key = 0;
        // Blanks at the ends are MET004's to say, and no part of the number.
        var taxId = (line.Line.Partner?.TaxId).AsSpan().Trim();
        var number = (line.Document?.Number).AsSpan().Trim();
        if (taxId.IsEmpty || number.IsEmpty || !IsBooking(in line) || !IsNumbered(in line))
            return false;
        key = TextHash.Then(TextHash.Then(TextHash.Of(taxId), line.DocumentType is DocumentType.Invoice ? "invoice" : "other"), number);
        return true;
    }

    private static bool IsBooking(in LineFacts line) => line.MainAccount switch
    {
        ['3' or '4', '2' or '3', ..] => line.Credit > 0,
        ['1', '5' or '8', ..] or ['1', '9', '0' or '1', ..] or ['2', '5' or '6' or '7' or '8', ..] or ['6' or '7', ..] => line.Debit > 0 && !line.MainAccount.StartsWith("159", StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsNumbered(in LineFacts line) => line.DocumentType switch
    {
        DocumentType.Invoice => true,
        DocumentType.Other => line.Document?.TypeDescription is { Length: > 0 } name && NumberedByTheirMaker.Contains(TurkishWordComparer.Fold(name)),
        _ => false,
    };
}
