using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>
/// A rule about one document. The document of the whole voucher is judged once and its fault told without a line; a line's own document is
/// judged with the line. A line that rests on the voucher's document says nothing of it again.
/// </summary>
public abstract class DocumentRule : VoucherRule
{
    public sealed override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Voucher.Document is { IsEmpty: false } whole)
            Check(context, voucher, whole, DocumentTypes.Parse(whole.Type), line: null, findings);
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.OwnDocument is { } own)
                Check(context, voucher, own, line.DocumentType, line.Number, findings);
        }
    }

    /// <param name="context">What a rule may know.</param>
    /// <param name="voucher">The voucher that cites the document.</param>
    /// <param name="document">A document that says something.</param>
    /// <param name="type">Its type, or null when the text is empty or none of the eight words.</param>
    /// <param name="line">1-based line that cites it, or null for the voucher's document.</param>
    /// <param name="findings">Where to tell.</param>
    protected abstract void Check(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type, int? line, FindingSink findings);
}
