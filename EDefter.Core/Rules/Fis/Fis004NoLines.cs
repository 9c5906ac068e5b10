namespace EDefter.Core.Rules.Fis;

/// <summary>A header without lines.</summary>
public sealed class Fis004NoLines : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS004",
        Severity = Severity.Error,
        RepairClass = RepairClass.A,
        Message = "Boş fiş: {fisNo} nolu fişin satırı yok.",
        Remedy = "Fiş kullanılmıyorsa ERP’de iptal edin; Muhasebe Bakım onu silmeden defter dışında bırakabilir. Satırları varsa fişi satırlarıyla yeniden gönderin.",
        Source = "GİB yevmiye şematronu Y83",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Lines.Length == 0)
            findings.Add(this, voucher, line: null, "lines", ("fisNo", voucher.Name));
    }
}
