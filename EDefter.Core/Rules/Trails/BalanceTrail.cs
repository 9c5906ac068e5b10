namespace EDefter.Core.Rules.Trails;

/// <summary>
/// Looks for the slip behind an unbalanced voucher (kuruş izi). Every hint explains the difference to the last kuruş: were the line as the hint says,
/// the voucher would balance. Nothing is ever changed by it; which hint is true stands on the document.
/// </summary>
internal static class BalanceTrail
{
    // More hints than these are no help.
    private const int HintsMax = 3;

    /// <returns>Turkish sentences, the likeliest first; empty when no single slip explains the difference.</returns>
    public static IReadOnlyList<string> Of(RulePack pack, VoucherFacts voucher)
    {
        var slips = new List<Slip>();
        ExchangeSlips.Add(voucher, slips);
        VatSlips.Add(pack, voucher, slips);
        AmountSlips.Add(voucher, slips);
        slips.Sort(static (left, right) => left.Likelihood != right.Likelihood ? left.Likelihood.CompareTo(right.Likelihood) : left.Line.CompareTo(right.Line));
        var hints = new List<string>(HintsMax);
        foreach (var slip in slips)
        {
            if (hints.Count < HintsMax && !hints.Contains(slip.Sentence, StringComparer.Ordinal))
                hints.Add(slip.Sentence);
        }

        return hints;
    }

    /// <summary>The one amount of a line; null for a line with both sides filled, with none, or with an amount that is not positive: other rules speak of those.</summary>
    internal static decimal? AmountOf(in LineFacts line) =>
        (line.Debit > 0 && line.Credit == 0) || (line.Credit > 0 && line.Debit == 0) ? line.Debit + line.Credit : null;

    /// <summary>What the line's amount would have to be for the voucher to balance, all else being right; may be negative.</summary>
    internal static decimal Needed(VoucherFacts voucher, in LineFacts line) =>
        line.Debit > 0 ? line.Debit - (voucher.Debit - voucher.Credit) : line.Credit + (voucher.Debit - voucher.Credit);

    /// <summary>The line stands on the side that is too big.</summary>
    internal static bool IsOnHeavierSide(VoucherFacts voucher, in LineFacts line) => line.Debit > 0 == voucher.Debit > voucher.Credit;
}
