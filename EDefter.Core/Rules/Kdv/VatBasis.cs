using System.Runtime.InteropServices;

namespace EDefter.Core.Rules.Kdv;

/// <summary>KDV and what it stands on, lira, both counted on the side of the KDV.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VatBasis
{
    /// <summary>1-based line that is told.</summary>
    public required int Line { get; init; }

    public required decimal Vat { get; init; }

    /// <summary>Base lines of the same side less those of the other (discounts, accumulated depreciation).</summary>
    public required decimal Base { get; init; }

    public required int VatLines { get; init; }

    public required int BaseLines { get; init; }

    /// <summary>Advances on the other side: where their KDV was computed when they were taken, the base is less by them.</summary>
    public decimal SetOff { get; init; }

    /// <summary>The KDV that the base lines’ own rates make, where each of them states one.</summary>
    public decimal? Expected { get; init; }

    /// <summary>191 on its debit side: another company’s invoice, whose other taxes may lie in the cost.</summary>
    public required bool IsPurchase { get; init; }

    /// <summary>A return or discount carries the rate of the first sale, however old.</summary>
    public required bool IsReturn { get; init; }

    /// <summary>One KDV and one base: their quotient is the rate.</summary>
    public bool IsSimple => VatLines == 1 && BaseLines == 1;

    /// <summary>A KDV line, the others of the same base with it, and that base.</summary>
    public static VatBasis OfLinked(VoucherFacts voucher, in LineFacts vat, int baseLine)
    {
        var isDebit = vat.Debit > vat.Credit;
        decimal sum = 0;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (VatAccounts.IsVat(line.MainAccount) && string.Equals(line.Line.BaseLine, vat.Line.BaseLine, StringComparison.Ordinal))
                sum += On(isDebit, in line);
        }

        return new VatBasis
        {
            Line = vat.Number,
            Vat = sum,
            Base = On(isDebit, in voucher.Lines[baseLine - 1]),
            VatLines = 1,
            BaseLines = 1,
            IsPurchase = vat.MainAccount == "191" && isDebit,
            IsReturn = IsReturnOf(voucher, in vat),
        };
    }

    /// <summary>Everything that no KDV line links.</summary>
    public static VatBasis OfRest(VoucherFacts voucher, int vatLine)
    {
        ref readonly var vat = ref voucher.Lines[vatLine - 1];
        var isDebit = vat.Debit > vat.Credit;
        decimal sum = 0, basis = 0, setOff = 0, expected = 0;
        int vatLines = 0, baseLines = 0;
        var stated = true;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.IsNothing)
                continue;
            var role = VatAccounts.RoleOf(line.MainAccount);
            var amount = On(isDebit, in line);
            if (VatAccounts.IsVat(line.MainAccount))
            {
                if (Kdv003RateOutOfLaw.LinkedBase(voucher, in line) is not null)
                    continue;
                sum += amount;
                vatLines++;
            }
            else if (role is VatRole.Advance && amount < 0)
            {
                setOff -= amount;
            }
            else if (role is VatRole.Base or VatRole.Advance && !IsLinked(voucher, in line))
            {
                basis += amount;
                baseLines++;
                if (line.Line.VatRate.Value is >= 0 and <= 100 and { } rate)
                    expected += amount * rate / 100;
                else
                    stated = false;
            }
        }

        return new VatBasis
        {
            Line = vatLine,
            Vat = sum,
            Base = basis,
            VatLines = vatLines,
            BaseLines = baseLines,
            SetOff = setOff,
            Expected = stated && baseLines > 0 ? expected : null,
            IsPurchase = vat.MainAccount == "191" && isDebit,
            IsReturn = IsReturnOf(voucher, in vat),
        };
    }

    private static decimal On(bool isDebit, in LineFacts line) => isDebit ? line.Debit - line.Credit : line.Credit - line.Debit;

    private static bool IsLinked(VoucherFacts voucher, in LineFacts candidate)
    {
        if (candidate.Line.Id is not { Length: > 0 } id)
            return false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Line.BaseLine is { Length: > 0 } link && VatAccounts.IsVat(line.MainAccount) && string.Equals(link, id, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // 191 on its credit side, 391 on its debit side, or a customer's return, whose KDV is deducted (610, 611, 612).
    private static bool IsReturnOf(VoucherFacts voucher, in LineFacts vat)
    {
        var isDebit = vat.Debit > vat.Credit;
        if (isDebit != (vat.MainAccount == "191"))
            return true;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.MainAccount is "610" or "611" or "612" && On(isDebit, in line) > 0)
                return true;
        }

        return false;
    }
}
