using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>Type other without the document’s name.</summary>
public sealed class Bel004NoName : DocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL004",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{yer}: belge türü \"Diğer\" ise belge adı yazılmalıdır.",
        Remedy = "Belgenin adını yazın (Dekont, Ücret Bordrosu İcmali, Z Raporu İcmali, Serbest Meslek Makbuzu, Masraf Formu gibi) ya da fişin modülünden çıkarılan adı onaylayın.",
        Source = "GİB yevmiye şematronu Y108",
    };

    protected override void Check(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type, int? line, FindingSink findings)
    {
        if (type is DocumentType.Other && string.IsNullOrWhiteSpace(document.TypeDescription))
            findings.Add(this, voucher, line, "document.typeDescription", ("yer", Wording.Place(voucher, line)));
    }
}
