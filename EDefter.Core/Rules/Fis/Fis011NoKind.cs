namespace EDefter.Core.Rules.Fis;

/// <summary>No kind, or a word that is none of the five.</summary>
public sealed class Fis011NoKind : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS011",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "Fiş türü boş ya da tanınmıyor: {fisNo} (gelen: {tur}).",
        Remedy = "ERP’de fişin türünü seçin (açılış, kapanış, mahsup, tahsil, tediye) ya da Muhasebe Bakım’ın kasa satırından çıkardığı türü onaylayın.",
        Source = "Elektronik Muhasebe Fişi Kılavuzu 2(2)–(3)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Kind is null)
            findings.Add(this, voucher, line: null, "kind", ("fisNo", voucher.Name), ("tur", Wording.Quoted(voucher.Voucher.Kind)));
    }
}
