namespace EDefter.Core.Rules;

/// <summary>Kur değerlemesi: what is kept in foreign currency is worth other lira than before. Nobody pays and no document stands behind it (BEL011, ODE001).</summary>
internal static class Valuation
{
    /// <summary>Nothing but accounts of the balance sheet (classes 1 to 4) against exchange gain or loss, and no foreign money that comes or goes.</summary>
    public static bool MayBe(VoucherFacts voucher)
    {
        var hasDifference = false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Line.Original?.Amount.OrZero is not (null or 0))
                return false;
            if (IsDifference(in line))
                hasDifference = true;
            else if (line.MainAccount.Length == 0 || line.MainAccount[0] is < '1' or > '4')
                return false;
        }

        return hasDifference;
    }

    /// <summary>
    /// The same, and the gain is exactly what the accounts rose by, the loss what they fell by. A payment whose rate moved since the invoice (320 against 102 and 646) is none,
    /// and neither is a valuation that sets gains against losses: the two cannot be told apart.
    /// </summary>
    public static bool Is(VoucherFacts voucher)
    {
        if (!MayBe(voucher))
            return false;
        decimal gain = 0, loss = 0, risen = 0, fallen = 0;
        foreach (ref readonly var line in voucher.Lines)
        {
            var isDifference = IsDifference(in line);
            gain += isDifference ? line.Credit : 0;
            loss += isDifference ? line.Debit : 0;
            risen += isDifference ? 0 : line.Debit;
            fallen += isDifference ? 0 : line.Credit;
        }

        return gain == risen && loss == fallen;
    }

    private static bool IsDifference(in LineFacts line) => line.MainAccount is "646" or "656";
}
