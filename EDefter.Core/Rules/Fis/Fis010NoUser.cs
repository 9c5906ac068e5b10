namespace EDefter.Core.Rules.Fis;

/// <summary>No name of who entered the voucher, or one of less than two characters.</summary>
public sealed class Fis010NoUser : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS010",
        Severity = Severity.Error,
        RepairClass = RepairClass.A,
        Message = "Fişi giren kullanıcının adı boş ya da tek karakter: {fisNo} (gelen: {giren}). En az iki karakter olmalıdır.",
        Remedy = "Muhasebe Bakım, adı fişin denetim izindeki kullanıcıdan ya da firmanın tanımladığı sabit addan (ör. \"MUHASEBE SERVİSİ\") doldurur; ikisi de yoksa adı ERP’de girin.",
        Source = "GİB yevmiye şematronu Y76–Y77; GİB e-Defter Uygulama Kılavuzu 15 (sistem adı yazılabilir)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Voucher.EnteredBy.AsSpan().Trim().Length < 2)
            findings.Add(this, voucher, line: null, "enteredBy", ("fisNo", voucher.Name), ("giren", Wording.Quoted(voucher.Voucher.EnteredBy)));
    }
}
