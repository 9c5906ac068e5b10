using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>
/// A rule about one document that tells its fault once for each document of a voucher, at the first place that cites it: a warning that repeats
/// itself on every line of an invoice is read by nobody.
/// </summary>
public abstract class DistinctDocumentRule : VoucherRule
{
    public sealed override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        var whole = voucher.Voucher.Document is { IsEmpty: false } head ? head : null;
        if (whole is not null && IsFaulty(context, voucher, whole, DocumentTypes.Parse(whole.Type)))
            Tell(context, voucher, whole, line: null, findings);
        for (var i = 0; i < voucher.Lines.Length; i++)
        {
            ref readonly var line = ref voucher.Lines[i];
            if (line.OwnDocument is { } own && IsFaulty(context, voucher, own, line.DocumentType) && own != whole && !StandsAbove(voucher, own, i))
                Tell(context, voucher, own, line.Number, findings);
        }
    }

    /// <summary>Judges a document. Runs for every line: no allocation, no LINQ.</summary>
    /// <param name="context">What a rule may know.</param>
    /// <param name="voucher">The voucher that cites the document.</param>
    /// <param name="document">A document that says something.</param>
    /// <param name="type">Its type, or null when the text is empty or none of the eight words.</param>
    protected abstract bool IsFaulty(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type);

    /// <summary>Tells the fault of a document.</summary>
    /// <param name="context">What a rule may know.</param>
    /// <param name="voucher">The voucher that cites the document.</param>
    /// <param name="document">The faulty document.</param>
    /// <param name="line">1-based line that cites it first, or null for the voucher's document.</param>
    /// <param name="findings">Where to tell.</param>
    protected abstract void Tell(CheckContext context, VoucherFacts voucher, SourceDocument document, int? line, FindingSink findings);

    private static bool StandsAbove(VoucherFacts voucher, SourceDocument document, int line)
    {
        for (var i = line - 1; i >= 0; i--)
        {
            if (voucher.Lines[i].Line.Document == document)
                return true;
        }

        return false;
    }
}
