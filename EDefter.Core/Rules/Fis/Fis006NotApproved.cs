using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Fis;

/// <summary>A draft inside the range: planned, prepared, or a state that nobody knows. A ledger that leaves out a record is not complete.</summary>
public sealed class Fis006NotApproved : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS006",
        Severity = Severity.Error,
        RepairClass = RepairClass.C,
        Message = "{fisNo} nolu fiş taslak/onaysız durumda ({durum}); dönemde onaysız fiş varken numara verilemez.",
        Remedy = "Fişi ERP’de onaylayın, tarihini değiştirin ya da iptal edip yeniden gönderin; Muhasebe Bakım’da onaylı ya da iptal olarak da işaretleyebilirsiniz.",
        Source = "GİB e-Defter Uygulama Kılavuzu: defter dönemin bütün kayıtlarını kapsar; VUK 215–219",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.State is VoucherState.Planned or VoucherState.Prepared or VoucherState.Unknown)
            findings.Add(this, voucher, line: null, "state", ("fisNo", voucher.Name), ("durum", StateName(voucher)));
    }

    private static string StateName(VoucherFacts voucher) => voucher.State switch
    {
        VoucherState.Planned => "planlandı",
        VoucherState.Prepared => "hazırlandı",
        _ => $"tanınmayan durum \"{voucher.Voucher.State}\"",
    };
}
