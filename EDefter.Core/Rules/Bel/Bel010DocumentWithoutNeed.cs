namespace EDefter.Core.Rules.Bel;

/// <summary>A document on an entry that rests on none: opening, closing, and what the module names as depreciation or yansıtma. Told once a voucher.</summary>
public sealed class Bel010DocumentWithoutNeed : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL010",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "Belgeye dayanmayan kayıtta belge bilgisi verilemez: {fisNo}.",
        Remedy = "Belge türü, numarası, tarihi ve adını boşaltan öneriyi onaylayın; kayıt gerçekten bir belgeye dayanıyorsa fişin türünü ya da modülünü düzeltin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 18 (belgeye dayanmayan kayıtlar)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (HasDocument(voucher) && voucher.RestsOnNoDocument(context.Pack))
            findings.Add(this, voucher, line: null, "document", ("fisNo", voucher.Name));
    }

    private static bool HasDocument(VoucherFacts voucher)
    {
        if (voucher.Voucher.Document is { IsEmpty: false })
            return true;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Document is not null)
                return true;
        }

        return false;
    }
}
