using EDefter.Core.Rules.Trails;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Fis;

/// <summary>A difference that rounding can explain: more than nothing, at most one kuruş a line.</summary>
public sealed class Fis002RoundingDifference : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS002",
        Severity = Severity.Error,
        RepairClass = RepairClass.C,
        Message = "Fişte kuruş farkı var: {fisNo} nolu fişte borç {borc}, alacak {alacak}, fark {fark} TL.",
        Remedy = "Farkı doğuran satırı ERP’de düzeltin ya da firma için kuruş farkı hesabı ve üst sınırı tanımlayıp önerilen satırı onaylayın; 0,01 TL fark bile kabul edilmez.",
        Source = "GİB yevmiye şematronu Y84–Y86; VUK 183",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Debit == voucher.Credit || !Balance.IsKnown(voucher))
            return;
        var difference = decimal.Abs(voucher.Debit - voucher.Credit);
        if (difference > Balance.RoundingMax(voucher))
            return;
        findings.AddWithTrail(
            this,
            voucher,
            "balance",
            BalanceTrail.Of(context.Pack, voucher),
            ("fisNo", voucher.Name),
            ("borc", TurkishText.Amount(voucher.Debit)),
            ("alacak", TurkishText.Amount(voucher.Credit)),
            ("fark", TurkishText.Amount(difference)));
    }
}
