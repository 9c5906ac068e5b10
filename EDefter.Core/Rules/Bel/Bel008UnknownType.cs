using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>A type that is none of the eight values of GİB’s table.</summary>
public sealed class Bel008UnknownType : DocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL008",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{yer}: belge türü \"{belgeTuru}\" tanınmıyor.",
        Remedy = "Belge türünü sekiz değerden biri yapın (çek, fatura, müşteri siparişi, satıcı siparişi, senet, navlun, makbuz, diğer) ya da sözlükten önerilen türü onaylayın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18, belge türleri tablosu",
    };

    protected override void Check(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type, int? line, FindingSink findings)
    {
        if (type is null && !string.IsNullOrWhiteSpace(document.Type))
            findings.Add(this, voucher, line, "document.type", ("yer", Wording.Place(voucher, line)), ("belgeTuru", document.Type));
    }
}
