using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>One of several documents of a voucher, with what the lines say that cite it. Amounts in lira.</summary>
internal sealed class CitedDocument(in LineFacts first)
{
    /// <summary>The fullest form in which a line cites it.</summary>
    public SourceDocument Document { get; private set; } = first.Document!;

    public DocumentType? Type { get; private set; } = first.DocumentType;

    /// <summary>The ERP's id of the document, or null.</summary>
    public string? Source { get; } = string.IsNullOrWhiteSpace(first.Line.SourceDocument) ? null : first.Line.SourceDocument;

    /// <summary>1-based line that cites it first.</summary>
    public int FirstLine { get; } = first.Number;

    public decimal Debit { get; private set; }

    public decimal Credit { get; private set; }

    /// <summary>Its lines are an entry by themselves.</summary>
    public bool Balances => Debit == Credit && Debit != 0;

    /// <summary>It books a purchase: deductible VAT, or a supplier to be paid.</summary>
    public bool IsPurchase { get; private set; }

    /// <summary>It books a sale: computed VAT, revenue, or a customer who owes.</summary>
    public bool IsSale { get; private set; }

    /// <summary>Null for one whose lines say both (a barter) or nothing of the two: it is no witness.</summary>
    public InvoiceNature? Nature => IsPurchase == IsSale ? null : IsPurchase ? InvoiceNature.Purchase : InvoiceNature.Sale;

    /// <summary>Whether a line cites this very document: the ERP's id says so, or nothing that both say differs.</summary>
    public bool IsOf(RulePack pack, in LineFacts line) =>
        (Source is not null && string.Equals(Source, line.Line.SourceDocument, StringComparison.Ordinal)) || IsSame(pack, Document, Type, line.Document!, line.DocumentType);

    public void Take(in LineFacts line)
    {
        Debit += line.Debit;
        Credit += line.Credit;
        if (Says(line.Document!) > Says(Document))
            (Document, Type) = (line.Document!, line.DocumentType);
        IsPurchase |= (line.Debit > 0 && line.MainAccount is "191") || (line.Credit > 0 && line.MainAccount is "320");
        IsSale |= (line.Credit > 0 && line.MainAccount is "391" or "600" or "601" or "602") || (line.Debit > 0 && line.MainAccount is "120");
    }

    /// <summary>
    /// Type, number and date do not contradict each other; what is empty contradicts nothing, and blanks at the ends are none of the number. Documents of type
    /// other with small running numbers meet by chance (dekont 1, bordro 1): names that the pack knows to be of two documents tell them apart.
    /// </summary>
    public static bool IsSame(RulePack pack, SourceDocument first, DocumentType? firstType, SourceDocument second, DocumentType? secondType) =>
        (firstType is null || secondType is null || firstType == secondType)
        && (first.Date.IsAbsent || second.Date.IsAbsent || first.Date == second.Date)
        && IsSameNumber(first.Number, second.Number)
        && (firstType is not DocumentType.Other || !AreNamesOfTwo(pack, first.TypeDescription, second.TypeDescription));

    private static bool IsSameNumber(string? first, string? second) =>
        ReferenceEquals(first, second) || string.IsNullOrWhiteSpace(first) || string.IsNullOrWhiteSpace(second) || first.AsSpan().Trim().SequenceEqual(second.AsSpan().Trim());

    // HAVALE and Dekont, Dekont and Banka Dekontu name one paper: only two different proper names are two.
    private static bool AreNamesOfTwo(RulePack pack, string? first, string? second) =>
        !string.Equals(first, second, StringComparison.Ordinal) && first is not null && second is not null
        && pack.OtherDocumentNames.TryGetValue(first, out var one) && pack.OtherDocumentNames.TryGetValue(second, out var other) && !string.Equals(one, other, StringComparison.Ordinal);

    private static int Says(SourceDocument document) =>
        (string.IsNullOrWhiteSpace(document.Number) ? 0 : 2) + (document.Date.IsAbsent ? 0 : 1);
}
