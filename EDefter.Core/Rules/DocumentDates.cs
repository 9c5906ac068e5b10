using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>What the rules about a document's date share.</summary>
internal static class DocumentDates
{
    // Older dates are what programs write for "no date": 0001, 1899, 1900. The tax procedure law of today is of 1961, the one before it of 1949.
    private const int FirstYear = 1950;

    /// <summary>A date that a document can carry: no placeholder of a program, and not after today. Of the others BEL013 speaks, and it alone.</summary>
    public static bool IsPossible(DateOnly date, DateOnly asOf) => date <= asOf && date.Year >= FirstYear;

    /// <summary>
    /// Whether the document proves the operation of its own day. A cheque or note carries its due date, an order precedes its delivery, and a contract or
    /// policy is cited for years.
    /// </summary>
    public static bool ProvesItsDay(RulePack pack, SourceDocument document, DocumentType? type) =>
        type is DocumentType.Invoice or DocumentType.Receipt || (type is DocumentType.Other && !pack.NamesStandingDocument(document.TypeDescription));
}
