using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>Lines of one voucher that cite different documents although they rest on one. What one document is, the ERP must have said, in one of two ways: a
/// document for the whole voucher, or the same source document id on several lines. Different documents without either may be a permitted
/// voucher of many documents and are not this rule's; a voucher with a grouping never is. Told once a voucher.</summary>
public sealed class Bel017Inconsistent : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL017",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{fisNo}: satırlarda belge bilgisi tutarsız.",
        Remedy = "Fişin tek belgesini bütün satırlara yazan öneriyi onaylayın; fişte gerçekten birden çok belge varsa ERP’de belge başına ayrı fiş kesin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18 (her belge ayrı yevmiye maddesi)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Lines.Length < 2 || !string.IsNullOrWhiteSpace(voucher.Voucher.Grouping?.Kind))
            return;
        if (ContradictsVoucher(voucher) || ContradictsItself(voucher))
            findings.Add(this, voucher, line: null, "document", ("fisNo", voucher.Name));
    }

    // The voucher has one document, yet a line names another. Lines that rest on different source documents are excused: then the head is only the first of many.
    private static bool ContradictsVoucher(VoucherFacts voucher)
    {
        if (voucher.Voucher.Document is not { IsEmpty: false } whole || VoucherDocuments.HasManySources(voucher))
            return false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.OwnDocument is { } own && Contradict(whole, own))
                return true;
        }

        return false;
    }

    // Lines of one source document that cite different documents, or of which some lost theirs.
    private static bool ContradictsItself(VoucherFacts voucher)
    {
        for (var i = 0; i < voucher.Lines.Length; i++)
        {
            ref readonly var line = ref voucher.Lines[i];
            if (string.IsNullOrWhiteSpace(line.Line.SourceDocument))
                continue;
            for (var j = i - 1; j >= 0; j--)
            {
                ref readonly var other = ref voucher.Lines[j];
                if (!string.Equals(line.Line.SourceDocument, other.Line.SourceDocument, StringComparison.Ordinal))
                    continue;
                if (line.Document is null != other.Document is null || (line.Document is { } first && other.Document is { } second && Contradict(first, second)))
                    return true;
                // A line that says the same was compared with those above it when it was the lower one. One that leaves something out was not, for all that this one says.
                if (SayTheSame(line.Document, other.Document))
                    break;
            }
        }

        return false;
    }

    private static bool SayTheSame(SourceDocument? first, SourceDocument? second) =>
        string.Equals(first?.Type, second?.Type, StringComparison.Ordinal) && string.Equals(first?.Number, second?.Number, StringComparison.Ordinal) && first?.Date == second?.Date;

    // An empty member contradicts nothing: BEL001 to BEL003 speak of it.
    private static bool Contradict(SourceDocument first, SourceDocument second) =>
        Differ(first.Type, second.Type) || Differ(first.Number, second.Number)
        || (!first.Date.IsAbsent && !second.Date.IsAbsent && first.Date != second.Date);

    private static bool Differ(string? first, string? second) =>
        !string.IsNullOrWhiteSpace(first) && !string.IsNullOrWhiteSpace(second) && !string.Equals(first, second, StringComparison.Ordinal);
}
