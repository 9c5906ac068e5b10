using EDefter.Core.Text;

namespace EDefter.Core.Rules.Trails;

/// <summary>Lines in foreign currency whose lira are not amount × rate, where that product would balance the voucher.</summary>
internal static class ExchangeSlips
{
    public static void Add(VoucherFacts voucher, List<Slip> slips)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Line.Original is not { Amount.Value: { } amount, Rate.Value: { } rate } original || BalanceTrail.AmountOf(in line) is not { } written)
                continue;
            // Above the limit a product would only be nonsense, or overflow.
            if (amount is not (> 0 and < VoucherFacts.AmountLimit) || rate is not (> 0 and < 1_000_000m) || decimal.Round(amount * rate, 2, MidpointRounding.AwayFromZero) is var right && (right == written || right != BalanceTrail.Needed(voucher, in line)))
                continue;
            slips.Add(new Slip(
                SlipKind.Exchange,
                line.Number,
                $"{Wording.LineNumber(in line)}. satırda {TurkishText.Amount(amount)} {Wording.OrEmpty(original.Currency)} × {TurkishText.Amount(rate)} = {TurkishText.Amount(right)} TL eder, satırda {TurkishText.Amount(written)} TL yazılı: aradaki {TurkishText.Amount(decimal.Abs(right - written))} TL farka eşit."));
        }
    }
}
