using System.Globalization;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Kdv;

/// <summary>
/// KDV that fits its base by no rate of the document’s day. A KDV line that names its base line is judged with it; what remains is judged
/// together: by the rates that the base lines state, else one base and one KDV line by their quotient, else only by the highest and, for one base,
/// the lowest rate, because exempt parts, several rates and partial deduction may all be in it. The bill of a utility carries taxes and fees without KDV (özel iletişim vergisi, telsiz ücreti, çevre
/// temizlik vergisi) and several rates in one amount, so that only too much is told of it. A document older than the first rule pack is not judged,
/// nor is the KDV of an import, whose base stands in the customs declaration.
/// </summary>
public sealed class Kdv003RateOutOfLaw : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "KDV003",
        Severity = Severity.Warning,
        Message = "{fisNo}/{satirNo}: KDV oranı uyumsuz: matrah {matrah}, KDV {kdv} (%{oran}); {tarih} tarihindeki oranlar: {oranlar}.",
        Remedy = "KDV’yi ve matrahı belgesiyle karşılaştırıp fişi ERP’de düzeltin; özel matrah, kısmi indirim gibi bir nedeni varsa uyarıyı notla kabul edin.",
        Source = "KDVK 20, 28; 7346 sayılı Cumhurbaşkanı Kararı (RG 07.07.2023, 32241), öncesinde 2007/13033 sayılı Bakanlar Kurulu Kararı",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        var first = FirstVat(voucher);
        if (first == 0 || voucher.RestsOnNoDocument(context.Pack) || VatAccounts.IsSettlement(voucher))
            return;
        var unlinked = 0;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!VatAccounts.IsVat(line.MainAccount))
                continue;
            if (LinkedBase(voucher, in line) is not { } number)
                unlinked = unlinked == 0 ? line.Number : unlinked;
            else if (IsFirstOfItsBase(voucher, in line))
                Judge(voucher, VatBasis.OfLinked(voucher, in line, number), findings);
        }

        if (unlinked > 0)
            Judge(voucher, VatBasis.OfRest(voucher, unlinked), findings);
    }

    /// <summary>The line that a KDV line says it was computed from; null when it says none, or one that is no base.</summary>
    internal static int? LinkedBase(VoucherFacts voucher, in LineFacts vat)
    {
        if (vat.Line.BaseLine is not { Length: > 0 } id)
            return null;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (string.Equals(line.Line.Id, id, StringComparison.Ordinal))
                return VatAccounts.RoleOf(line.MainAccount) is VatRole.Base or VatRole.Advance ? line.Number : null;
        }

        return null;
    }

    private static int FirstVat(VoucherFacts voucher)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (VatAccounts.IsVat(line.MainAccount))
                return line.Number;
        }

        return 0;
    }

    private static bool IsFirstOfItsBase(VoucherFacts voucher, in LineFacts vat)
    {
        for (var i = 0; i < vat.Number - 1; i++)
        {
            ref readonly var line = ref voucher.Lines[i];
            if (VatAccounts.IsVat(line.MainAccount) && string.Equals(line.Line.BaseLine, vat.Line.BaseLine, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private void Judge(VoucherFacts voucher, in VatBasis basis, FindingSink findings)
    {
        ref readonly var line = ref voucher.Lines[basis.Line - 1];
        if ((line.Document?.Date.Value ?? voucher.Date) is not { } day || day < RulePacks.All[0].ValidFrom || basis.Vat <= 0 || basis.Base <= 0 || Fits(voucher, basis, day) || VatAccounts.Mentions(voucher, "GUMRUK"))
            return;
        var rates = RulePacks.For(day).VatRates;
        findings.Add(
            this,
            voucher,
            basis.Line,
            line.Debit > 0 ? "debit" : "credit",
            ("fisNo", voucher.Name),
            ("satirNo", Wording.LineNumber(in line)),
            ("matrah", TurkishText.Amount(basis.Base)),
            ("kdv", TurkishText.Amount(basis.Vat)),
            ("oran", TurkishText.Amount(decimal.Round(basis.Vat * 100 / basis.Base, 2))),
            ("tarih", TurkishText.Date(day)),
            ("oranlar", string.Join(", ", rates.Select(static rate => "%" + rate.ToString("0.##", CultureInfo.InvariantCulture)))));
    }

    private static bool Fits(VoucherFacts voucher, in VatBasis basis, DateOnly day) =>
        FitsBase(voucher, in basis, basis.Base, day) || (basis.SetOff != 0 && basis.Base > basis.SetOff && FitsBase(voucher, in basis, basis.Base - basis.SetOff, day));

    private static bool FitsBase(VoucherFacts voucher, in VatBasis basis, decimal amount, DateOnly day)
    {
        if (basis.Expected is { } expected && VatRates.IsNear(basis.Vat, expected))
            return true;
        if (basis.IsSimple && !(basis.IsPurchase && VatAccounts.IsOfUtility(voucher)))
            return VatRates.Fit(voucher, in basis, amount, day);
        var (lowest, highest) = VatRates.Range(in basis, day);
        var isBelowHighest = basis.Vat <= (amount * highest / 100) + VatRates.Tolerance(basis.Vat);
        // With several bases, and on the bill of a utility, exempt parts may be among them: then nothing is too little.
        return isBelowHighest && (basis.BaseLines > 1 || basis.IsSimple || basis.Vat >= (amount * lowest / 100) - VatRates.Tolerance(basis.Vat));
    }
}
