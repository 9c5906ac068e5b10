namespace EDefter.Core.Rules.Kdv;

/// <summary>Whether KDV fits a base by a rate of the law.</summary>
internal static class VatRates
{
    // An invoice may be written up to seven days after the delivery whose rate it carries (VUK 231/5).
    private const int InvoiceDays = 7;

    // What the seller declares of the KDV where the buyer withholds 2/10, 3/10, 4/10, 5/10, 7/10 or 9/10 (KDV Genel Uygulama Tebliği I/C-2.1.3), in tenths.
    private static readonly decimal[] DeclaredTenths = [8, 7, 6, 5, 3, 1];

    // Taxes on an invoice that are no part of the KDV base and that a buyer books with the cost: konaklama vergisi 2 %, özel iletişim vergisi 10 % (7,5 % before 2021).
    private static readonly decimal[] OtherTaxes = [2, 10, 7.5m];

    /// <summary>Lira that rounding line by line, and from foreign currency, can explain: five kuruş, or a thousandth of a large KDV.</summary>
    public static decimal Tolerance(decimal vat) => Math.Max(0.05m, vat * 0.001m);

    public static bool IsNear(decimal vat, decimal expected) => Math.Abs(vat - expected) <= Tolerance(vat);

    /// <summary>The lowest and highest rate that may be meant.</summary>
    public static (decimal Lowest, decimal Highest) Range(in VatBasis basis, DateOnly day)
    {
        decimal lowest = 100, highest = 0;
        foreach (var pack in RulePacks.All)
        {
            if (!IsValid(pack, in basis, day))
                continue;
            foreach (var rate in pack.VatRates)
            {
                lowest = Math.Min(lowest, rate);
                highest = Math.Max(highest, rate);
            }
        }

        return (lowest, highest);
    }

    /// <summary>Whether one KDV fits one base. Nearly every one fits a rate of its day, which is asked first.</summary>
    public static bool Fit(VoucherFacts voucher, in VatBasis basis, decimal amount, DateOnly day) =>
        FitsOne(RulePacks.For(day).VatRates, basis.Vat, amount) || FitsSpecially(voucher, in basis, amount, day);

    private static bool FitsOne(IReadOnlyList<decimal> rates, decimal vat, decimal amount)
    {
        var (slack, hundredth) = (Tolerance(vat), amount * 0.01m);
        for (var i = 0; i < rates.Count; i++)
        {
            if (Math.Abs(vat - (hundredth * rates[i])) <= slack)
                return true;
        }

        return false;
    }

    private static bool FitsSpecially(VoucherFacts voucher, in VatBasis basis, decimal amount, DateOnly day)
    {
        foreach (var pack in RulePacks.All)
        {
            if (!IsValid(pack, in basis, day))
                continue;
            foreach (var rate in pack.VatRates)
            {
                if (IsNear(basis.Vat, amount * rate / 100) || (basis.IsPurchase && FitsBesideOtherTaxes(basis.Vat, amount, rate)) || FitsWithheld(voucher, basis.Vat, amount, rate, day))
                    return true;
            }
        }

        return false;
    }

    private static bool FitsBesideOtherTaxes(decimal vat, decimal amount, decimal rate)
    {
        foreach (var tax in OtherTaxes)
        {
            if (IsNear(vat, amount * rate / (100 + tax)))
                return true;
        }

        return false;
    }

    // Eight tenths of 10 % is also the 8 % of before: only a voucher that speaks of tevkifat is believed then.
    private static bool FitsWithheld(VoucherFacts voucher, decimal vat, decimal amount, decimal rate, DateOnly day)
    {
        foreach (var tenths in DeclaredTenths)
        {
            if (IsNear(vat, amount * rate * tenths / 1000) && (!WasOnceARate(rate * tenths / 10, day) || VatAccounts.Mentions(voucher, "TEVKIF")))
                return true;
        }

        return false;
    }

    private static bool WasOnceARate(decimal rate, DateOnly day)
    {
        foreach (var pack in RulePacks.All)
        {
            if (pack.ValidFrom <= day && pack.VatRates.Contains(rate))
                return true;
        }

        return false;
    }

    // The packs of the document's day and of the week before it; for a return, every pack until then.
    private static bool IsValid(RulePack pack, in VatBasis basis, DateOnly day)
    {
        if (basis.IsReturn && pack.ValidFrom <= day)
            return true;
        return ReferenceEquals(pack, RulePacks.For(day)) || ReferenceEquals(pack, RulePacks.For(DateOnly.FromDayNumber(Math.Max(0, day.DayNumber - InvoiceDays))));
    }
}
