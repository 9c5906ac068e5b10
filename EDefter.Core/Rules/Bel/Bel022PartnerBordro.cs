using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Bel;

/// <summary>A cheque or note bordro with several partners: one bordro is given to or taken from one of them.</summary>
public sealed class Bel022PartnerBordro : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL022",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "Çek/senet bordrosu tek alıcı/satıcıya ait olmalıdır: {fisNo}.",
        Remedy = "Her alıcı ya da satıcı için ayrı bordro ve ayrı fiş düzenleyin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18 (çek bordrosu, senet bordrosu)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.GroupingIn(context.Pack) is GroupingKind.PartnerBordro && VoucherDocuments.HaveManyPartners(voucher))
            findings.Add(this, voucher, line: null, "grouping", ("fisNo", voucher.Name));
    }
}
