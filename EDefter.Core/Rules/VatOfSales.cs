namespace EDefter.Core.Rules;

/// <summary>Whether the computed KDV of a sale is split by rate (BEL020).</summary>
internal static class VatOfSales
{
    // A day's KDV is the sum of what every receipt was rounded to: a thousandth of the base, and never less than ten kuruş, covers that.
    private const decimal RoundingShare = 0.001m;
    private const decimal RoundingLeast = 0.10m;

    // Subsets of so many revenue lines are tried; a report of more of them is split already.
    private const int LinesMax = 8;

    /// <summary>Sales of several rates stand on one KDV line: the rates of the lines say so, or no rate of the law explains the one amount.</summary>
    public static bool IsMixed(RulePack pack, VoucherFacts voucher)
    {
        decimal vat = 0;
        var vatLines = 0;
        var isRated = false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.MainAccount is not "391" || line.Credit == 0)
                continue;
            vatLines++;
            vat += line.Credit;
            isRated |= line.Line.VatRate.Value is not null;
        }

        return vatLines == 1 && (HasSeveralRates(voucher) || (!isRated && !IsExplained(pack, voucher, vat)));
    }

    private static bool HasSeveralRates(VoucherFacts voucher)
    {
        decimal? known = null;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!IsRevenue(in line) || line.Line.VatRate.Value is not { } rate || rate == 0)
                continue;
            if (known is { } other && other != rate)
                return true;
            known = rate;
        }

        return false;
    }

    // Some of the revenue may be free of KDV, so any part of it may be the base; and what was taken back or let off of it.
    private static bool IsExplained(RulePack pack, VoucherFacts voucher, decimal vat)
    {
        var revenues = new List<decimal>();
        var lessened = 0m;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (IsRevenue(in line))
                revenues.Add(line.Credit);
            else if (line.MainAccount is ['6', '0' or '1', _])
                lessened += line.Debit - line.Credit;
        }

        if (revenues.Count is 0 or > LinesMax)
            return true;
        for (var subset = 1; subset < 1 << revenues.Count; subset++)
        {
            decimal taxed = 0;
            for (var i = 0; i < revenues.Count; i++)
                taxed += (subset >> i & 1) == 1 ? revenues[i] : 0;
            if (IsOfOneRate(pack, taxed, vat) || (lessened > 0 && taxed > lessened && IsOfOneRate(pack, taxed - lessened, vat)))
                return true;
        }

        return false;
    }

    private static bool IsOfOneRate(RulePack pack, decimal taxed, decimal vat)
    {
        foreach (var rate in pack.VatRates)
        {
            if (decimal.Abs(vat - (taxed * rate / 100)) <= decimal.Max(RoundingLeast, taxed * RoundingShare))
                return true;
        }

        return false;
    }

    private static bool IsRevenue(in LineFacts line) => line.Credit > 0 && line.MainAccount is ['6', '0', _];
}
