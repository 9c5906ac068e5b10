using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>
/// BEL017: the voucher rests on one document, yet its lines tell it differently. The head's document is spread to the lines; where the head has
/// none, lines that lost the document of their source get it back from a line that still has it. Of two different documents none is preferred.
/// </summary>
internal sealed class SpreadDocument : Repair
{
    private const string SpreadWhy = "Fiş tek belgeye dayanıyor; satırdaki belge bilgisi fişin belgesiyle aynı yapılır.";
    private const string RecoverWhy = "Aynı kaynak belgeden gelen satırlardan biri belge bilgisini yitirmiş; bilgi diğer satırdan alınır.";

    public override string Code => "BEL017";

    public override RepairClass Class => RepairClass.B;

    public override bool IsForWholeVoucher => true;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var edits = new List<Edit>();
        var reads = new List<FieldPlace>();
        var isSound = voucher.Voucher.Document is { IsEmpty: false } head ? Spread(edits, reads, head, voucher) : Recover(edits, reads, voucher);
        return isSound && edits.Count > 0 ? new Proposal(edits) { Reads = reads } : null;
    }

    private static bool Spread(List<Edit> edits, List<FieldPlace> reads, SourceDocument head, VoucherFacts voucher)
    {
        // A head that is itself in doubt is no source, and with many sources it is only the first of many documents.
        if (!IsComplete(head) || Sources(voucher).Count > 1)
            return false;
        reads.AddRange(VoucherFields.OfDocument.Select(new DocumentPlace(Line: null, head).Place));
        foreach (ref readonly var line in voucher.Lines)
        {
            // A line without a document of its own has the voucher's already.
            if (line.Line.Document is { IsEmpty: false } own)
                Spread(edits, head, own, line.Number);
        }

        return true;
    }

    private static void Spread(List<Edit> edits, SourceDocument head, SourceDocument own, int line)
    {
        var isOther = !string.Equals(own.Type, head.Type, StringComparison.Ordinal);
        if (isOther)
            Set(edits, line, "type", own, head, SpreadWhy);
        if (isOther || string.IsNullOrWhiteSpace(own.TypeDescription))
            Set(edits, line, "typeDescription", own, head, SpreadWhy);
        if (!head.Date.IsAbsent)
            Set(edits, line, "date", own, head, SpreadWhy);
        if (string.IsNullOrWhiteSpace(head.Number) || string.Equals(own.Number, head.Number, StringComparison.Ordinal))
            return;
        Set(edits, line, "number", own, head, SpreadWhy);
        // The UUID and the mark of an own series belong to the number that goes.
        Set(edits, line, "ettn", own, head, SpreadWhy);
        Set(edits, line, "ownSeries", own, head, SpreadWhy);
    }

    private static bool Recover(List<Edit> edits, List<FieldPlace> reads, VoucherFacts voucher)
    {
        foreach (var source in Sources(voucher))
        {
            DocumentPlace? known = null;
            foreach (ref readonly var line in voucher.Lines)
            {
                if (!IsOf(line, source) || line.Line.Document is not { IsEmpty: false } own)
                    continue;
                if (!IsComplete(own) || (known is not null && known.Document != own))
                    return false;
                known ??= new DocumentPlace(line.Number, own);
            }

            if (known is null)
                continue;
            reads.AddRange(VoucherFields.OfDocument.Select(known.Place));
            foreach (ref readonly var line in voucher.Lines)
            {
                if (IsOf(line, source) && line.Line.Document is not { IsEmpty: false })
                    Recover(edits, known.Document, line);
            }
        }

        return true;
    }

    private static void Recover(List<Edit> edits, SourceDocument known, in LineFacts line)
    {
        foreach (var member in VoucherFields.OfDocument)
            Set(edits, line.Number, member, line.Line.Document ?? new SourceDocument(), known, RecoverWhy);
    }

    private static bool IsOf(in LineFacts line, string source) => string.Equals(line.Line.SourceDocument, source, StringComparison.Ordinal);

    private static SortedSet<string> Sources(VoucherFacts voucher)
    {
        var sources = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!string.IsNullOrWhiteSpace(line.Line.SourceDocument))
                sources.Add(line.Line.SourceDocument);
        }

        return sources;
    }

    private static bool IsComplete(SourceDocument document) =>
        DocumentTypes.Parse(document.Type) is { } type
        && (!type.NeedsNumberAndDate() || (!string.IsNullOrWhiteSpace(document.Number) && document.Date.Value is not null))
        && (type != DocumentType.Other || !string.IsNullOrWhiteSpace(document.TypeDescription));

    private static void Set(List<Edit> edits, int line, string member, SourceDocument from, SourceDocument to, string why)
    {
        var after = VoucherFields.GetOfDocument(to, member);
        if (!string.Equals(VoucherFields.GetOfDocument(from, member), after, StringComparison.Ordinal))
            edits.Add(Edit.Set(line, DocumentPlace.Prefix + member, after, why));
    }
}
