using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>Finds, inside one voucher, where else the document of a place is cited: what one place has lost, another may still say.</summary>
internal static class SameDocument
{
    /// <summary>The one value of a member on which all other places of the same document agree that say it; null where none does, or where they differ.</summary>
    /// <param name="pack">The words of the month.</param>
    /// <param name="voucher">The voucher.</param>
    /// <param name="place">The place that has lost the member.</param>
    /// <param name="member">Member of a document, without prefix.</param>
    /// <param name="reads">Gets the places that said it.</param>
    public static string? Find(RulePack pack, VoucherFacts voucher, DocumentPlace place, string member, List<FieldPlace> reads)
    {
        string? found = null;
        foreach (var other in OthersOf(pack, voucher, place))
        {
            if (VoucherFields.GetOfDocument(other.Document, member) is not { } value || string.IsNullOrWhiteSpace(value))
                continue;
            if (found is not null && !string.Equals(found, value, StringComparison.Ordinal))
                return null;
            found = value;
            reads.Add(other.Place(member));
        }

        return found;
    }

    // The ERP's id of a document links lines for sure; without one, the voucher must rest on a single document.
    private static IEnumerable<DocumentPlace> OthersOf(RulePack pack, VoucherFacts voucher, DocumentPlace place)
    {
        var places = DocumentPlace.All(voucher.Voucher).Where(other => other.Line != place.Line && CitedDocument.IsSame(pack, place.Document, TypeOf(place), other.Document, TypeOf(other)));
        if (VoucherDocuments.Of(pack, voucher).Count <= 1 && IsOne(pack, voucher))
            return places;
        return SourceOf(voucher, place) is { } source ? places.Where(other => string.Equals(source, SourceOf(voucher, other), StringComparison.Ordinal)) : [];
    }

    // A document of the whole voucher makes the lines' one to the rules even where they contradict it; then none of them is a witness.
    private static bool IsOne(RulePack pack, VoucherFacts voucher)
    {
        var places = DocumentPlace.All(voucher.Voucher).ToList();
        return places.TrueForAll(one => places.TrueForAll(other => CitedDocument.IsSame(pack, one.Document, TypeOf(one), other.Document, TypeOf(other))));
    }

    private static DocumentType? TypeOf(DocumentPlace place) => DocumentTypes.Parse(place.Document.Type);

    private static string? SourceOf(VoucherFacts voucher, DocumentPlace place) =>
        place.Line is { } number && voucher.Lines[number - 1].Line.SourceDocument is { } source && !string.IsNullOrWhiteSpace(source) ? source : null;
}
