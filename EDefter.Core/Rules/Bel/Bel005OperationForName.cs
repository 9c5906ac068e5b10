using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>The name of an operation where the name of a document belongs; the words are data of the rule pack.</summary>
public sealed class Bel005OperationForName : DocumentRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL005",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "{yer}: belge adı yerine işlem adı yazılmış: \"{aciklama}\".",
        Remedy = "İşlemin değil belgenin adını yazın; banka işlemlerinin belge adı \"Dekont\" olur.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18, 24",
    };

    protected override void Check(CheckContext context, VoucherFacts voucher, SourceDocument document, DocumentType? type, int? line, FindingSink findings)
    {
        if (type is DocumentType.Other && document.TypeDescription is { Length: > 0 } description && context.Pack.NamesOperation(description, out _))
            findings.Add(this, voucher, line, "document.typeDescription", ("yer", Wording.Place(voucher, line)), ("aciklama", description));
    }
}
