using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>An invoice, cheque or other document without its date. The voucher’s date is never written instead.</summary>
public sealed class Bel002NoDate : DocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL002",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{yer}: {belgeTuru} için belge tarihi boş.",
        Remedy = "Belgenin üzerindeki tarihi ERP’de girin; fiş tarihi belge tarihi yerine geçmez.",
        Source = "GİB yevmiye şematronu Y109–Y111; GİB e-Defter Uygulama Kılavuzu 18",
    };

    protected override void Check(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type, int? line, FindingSink findings)
    {
        if (type is { } known && known.NeedsNumberAndDate() && document.Date.IsAbsent)
            findings.Add(this, voucher, line, "document.date", ("yer", Wording.Place(voucher, line)), ("belgeTuru", Wording.Name(document, known)));
    }
}
