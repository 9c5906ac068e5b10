namespace EDefter.Core.Rules;

/// <summary>What FIS001 and FIS002 share.</summary>
internal static class Balance
{
    /// <summary>False when an amount could not be read (SAT005): then the sum is unknown, and any difference told would be nonsense.</summary>
    public static bool IsKnown(VoucherFacts voucher)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!line.Readable)
                return false;
        }

        return true;
    }

    /// <summary>Lira that rounding can explain: one kuruş a line.</summary>
    public static decimal RoundingMax(VoucherFacts voucher) => 0.01m * voucher.Lines.Length;
}
