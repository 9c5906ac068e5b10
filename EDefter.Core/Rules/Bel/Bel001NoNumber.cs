using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>An invoice, cheque or other document without its number.</summary>
public sealed class Bel001NoNumber : DocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL001",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{yer}: {belgeTuru} için belge numarası boş.",
        Remedy = "Belgenin numarasını ERP’de girin ya da fişte tek belge varsa numarayı fişin diğer satırlarından alan öneriyi onaylayın.",
        Source = "GİB yevmiye şematronu Y109–Y111",
    };

    protected override void Check(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type, int? line, FindingSink findings)
    {
        if (type is { } known && known.NeedsNumberAndDate() && string.IsNullOrWhiteSpace(document.Number))
            findings.Add(this, voucher, line, "document.number", ("yer", Wording.Place(voucher, line)), ("belgeTuru", Wording.Name(document, known)));
    }
}
