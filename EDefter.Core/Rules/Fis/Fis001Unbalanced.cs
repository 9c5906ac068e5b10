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
        findings.Add(
            this,
            voucher,
            line: null,
            "balance",
            ("fisNo", voucher.Name),
            ("borc", TurkishText.Amount(voucher.Debit)),
            ("alacak", TurkishText.Amount(voucher.Credit)),
            ("fark", TurkishText.Amount(difference)),
            ("ipucu", Hint(voucher, difference)));
    }

    // The two slips that explain most differences; anything else is for the bookkeeper's eyes.
    private static string Hint(VoucherFacts voucher, decimal difference)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            var amount = line.Debit + line.Credit;
            if (amount == difference)
                return $"{Wording.LineNumber(in line)}. satırın tutarı farka eşit: bu satır iki kez girilmiş ya da karşı satırı eksik olabilir.";
            if (amount * 2 == difference)
                return $"{Wording.LineNumber(in line)}. satırın tutarı farkın yarısı: bu satır ters tarafa yazılmış olabilir.";
        }

        return "Eksik ya da yanlış tutarlı bir satır arayın.";
    }
}
