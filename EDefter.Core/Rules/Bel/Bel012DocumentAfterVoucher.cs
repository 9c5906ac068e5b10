using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>A document that is younger than the entry that rests on it. Cheques and notes carry their due date, so their date says nothing.</summary>
public sealed class Bel012DocumentAfterVoucher : DistinctDocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL012",
        Severity = Severity.Warning,
        Message = "{yer}: belge tarihi ({belgeTarihi}) kayıt tarihinden ({fisTarihi}) sonra.",
        Remedy = "Belge tarihini belgeden, fiş tarihini ERP’den kontrol edip yanlış olanı düzeltin; ikisi de doğruysa notla kabul edin.",
        Source = "VUK 219, 227 (kayıt düzenlenmiş belgeye dayanır)",
    };

    protected override bool IsFaulty(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type) =>
        document.Date.Value is { } date && voucher.Date is { } posted && date > posted
        && type is not (DocumentType.Check or DocumentType.Voucher) && DocumentDates.IsPossible(date, context.AsOf);

    protected override void Tell(CheckContext context, VoucherFacts voucher, SourceDocument document, int? line, FindingSink findings) =>
        findings.Add(
            this,
            voucher,
            line,
            "document.date",
            ("yer", Wording.Place(voucher, line)),
            ("belgeTarihi", TurkishText.Date(document.Date.Value!.Value)),
            ("fisTarihi", TurkishText.Date(voucher.Date!.Value)));
}
