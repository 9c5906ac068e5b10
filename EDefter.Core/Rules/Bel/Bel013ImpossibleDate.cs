using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>A document date that is no date, lies after today, or lies before 1950. A cheque or note may be dated ahead: that is its day of payment.</summary>
public sealed class Bel013ImpossibleDate : DocumentRule
{
    // Older dates are what programs write for "no date": 0001, 1899, 1900. The tax procedure law of today is of 1961, the one before it of 1949.
    private const int FirstYear = 1950;

    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL013",
        Severity = Severity.Error,
        Message = "{yer}: belge tarihi {belgeTarihi} {kusur}.",
        Remedy = "Belgenin üzerindeki tarihi ERP’de düzeltip fişi yeniden gönderin; aktarım tarihi yıl-ay-gün sırasıyla yazmalıdır (ör. 2025-01-31).",
        Source = "GİB e-Defter Uygulama Kılavuzu 18; VUK 227 (kayıt düzenlenmiş belgeye dayanır)",
    };

    protected override void Check(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type, int? line, FindingSink findings)
    {
        if (document.Date.Raw is { } raw)
            findings.Add(this, voucher, line, "document.date", ("yer", Wording.Place(voucher, line)), ("belgeTarihi", Wording.Quoted(raw)), ("kusur", "okunamıyor"));
        else if (document.Date.Value is { } date && (IsAhead(date, type, context.AsOf) || date.Year < FirstYear))
            findings.Add(this, voucher, line, "document.date", ("yer", Wording.Place(voucher, line)), ("belgeTarihi", TurkishText.Date(date)), ("kusur", date.Year < FirstYear ? "gerçek bir belge tarihi olamaz" : "henüz gelmemiş bir gün"));
    }

    private static bool IsAhead(DateOnly date, DocumentType? type, DateOnly today) => date > today && type is not (DocumentType.Check or DocumentType.Voucher);
}
