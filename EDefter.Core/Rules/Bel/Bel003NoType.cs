using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>A document number or date without a type.</summary>
public sealed class Bel003NoType : DocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL003",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{yer}: belge numarası/tarihi var, belge türü boş.",
        Remedy = "Belge türünü ERP’de seçin ya da fişin modülünden çıkarılan türü onaylayın.",
        Source = "GİB yevmiye şematronu Y112–Y113",
    };

    protected override void Check(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type, int? line, FindingSink findings)
    {
        if (string.IsNullOrWhiteSpace(document.Type) && (!string.IsNullOrWhiteSpace(document.Number) || !document.Date.IsAbsent))
            findings.Add(this, voucher, line, "document.type", ("yer", Wording.Place(voucher, line)));
    }
}
