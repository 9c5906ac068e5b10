using EDefter.Core.Rules.Trails;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Fis;

/// <summary>Σ debit ≠ Σ credit by more than one kuruş a line; up to that it is rounding, and FIS002 speaks. No tolerance: GİB refuses 0,01.</summary>
public sealed class Fis001Unbalanced : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS001",
        Severity = Severity.Error,
        Message = "Fiş dengesiz: {fisNo} nolu fişte borç {borc}, alacak {alacak}, fark {fark} TL.",
        Remedy = "{ipucu} Fişi ERP’de belgesiyle karşılaştırıp düzeltin ve yeniden gönderin; tutarı yazılım tamamlamaz.",
        Source = "GİB yevmiye şematronu Y84–Y86; VUK 183; MSUGT",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Debit == voucher.Credit || !Balance.IsKnown(voucher))
            return;
        var difference = decimal.Abs(voucher.Debit - voucher.Credit);
        if (difference <= Balance.RoundingMax(voucher))
            return;
        var trail = BalanceTrail.Of(context.Pack, voucher);
        findings.AddWithTrail(
            this,
            voucher,
            "balance",
            trail,
            ("fisNo", voucher.Name),
            ("borc", TurkishText.Amount(voucher.Debit)),
            ("alacak", TurkishText.Amount(voucher.Credit)),
            ("fark", TurkishText.Amount(difference)),
            ("ipucu", trail.Count > 0 ? trail[0] : "Eksik ya da yanlış tutarlı bir satır arayın."));
    }
}
