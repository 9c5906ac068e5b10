using EDefter.Core.Text;

namespace EDefter.Core.Rules.Trails;

/// <summary>
/// KDV that does not agree with its base: rounded line by line where the total was rounded once (or the other way round), or plainly another amount.
/// Told only where the other figure would balance the voucher.
/// </summary>
internal static class VatSlips
{
    // Without a named rate only a difference of rounding is believed, a kuruş for each base line.
    private const decimal RoundingOfALine = 0.01m;

    public static void Add(RulePack pack, VoucherFacts voucher, List<Slip> slips)
    {
        foreach (var isDebit in new[] { true, false })
        {
            var lines = LinesOf(voucher, isDebit);
            foreach (var rate in RatesOf(pack, lines))
                Judge(voucher, lines, rate, slips);
        }
    }

    private static void Judge(VoucherFacts voucher, List<LineFacts> lines, decimal rate, List<Slip> slips)
    {
        var vats = lines.FindAll(line => IsVat(line) && (line.Line.VatRate.Value is null || line.Line.VatRate.Value == rate));
        var bases = BasesOf(lines, vats, rate);
        if (vats.Count == 0 || bases.Count == 0)
            return;
        var written = vats.Sum(Amount);
        var isNamed = vats.TrueForAll(static line => line.Line.VatRate.Value is not null);
        var byLine = bases.Sum(line => Vat(Amount(line), rate));
        var ofTotal = Vat(bases.Sum(Amount), rate);
        var needed = BalanceTrail.Needed(voucher, vats[0]) - Amount(vats[0]) + written;
        if (needed == written || (!isNamed && decimal.Abs(needed - written) > RoundingOfALine * bases.Count))
            return;
        if (byLine != ofTotal && ((written == byLine && needed == ofTotal) || (written == ofTotal && needed == byLine)))
        {
            slips.Add(new Slip(SlipKind.Vat, vats[0].Number, $"{Percent(rate)} KDV satır satır yuvarlanınca {TurkishText.Amount(byLine)} TL, toplam matrahtan hesaplanınca {TurkishText.Amount(ofTotal)} TL eder: aradaki {Difference(byLine, ofTotal)} TL farka eşit."));
        }
        else if (needed == ofTotal || needed == byLine)
        {
            slips.Add(new Slip(SlipKind.Vat, vats[0].Number, $"{TurkishText.Amount(bases.Sum(Amount))} TL matrahın {Percent(rate)} KDV’si {TurkishText.Amount(needed)} TL eder, {Place(vats)} {TurkishText.Amount(written)} TL yazılı: aradaki {Difference(needed, written)} TL farka eşit."));
        }
    }

    private static List<LineFacts> LinesOf(VoucherFacts voucher, bool isDebit)
    {
        var lines = new List<LineFacts>();
        foreach (ref readonly var line in voucher.Lines)
        {
            if (BalanceTrail.AmountOf(in line) is not null && line.Debit > 0 == isDebit)
                lines.Add(line);
        }

        return lines;
    }

    // What a VAT line names as its base; else the lines of its rate; else every other line of its side.
    private static List<LineFacts> BasesOf(List<LineFacts> lines, List<LineFacts> vats, decimal rate)
    {
        var named = vats.Select(static line => line.Line.BaseLine).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var bases = lines.FindAll(line => !IsVat(line) && line.Line.Id is { } id && named.Contains(id));
        if (bases.Count == 0)
            bases = lines.FindAll(line => !IsVat(line) && line.Line.VatRate.Value == rate);
        return bases.Count > 0 ? bases : lines.FindAll(static line => !IsVat(line) && line.Line.VatRate.Value is null);
    }

    private static IEnumerable<decimal> RatesOf(RulePack pack, List<LineFacts> lines)
    {
        var vats = lines.Where(IsVat).ToList();
        var named = vats.Select(static line => line.Line.VatRate.Value).OfType<decimal>();
        var possible = vats.Exists(static line => line.Line.VatRate.Value is null) ? pack.VatRates : [];
        return named.Concat(possible).Where(static rate => rate is > 0 and <= 100).Distinct().Order();
    }

    private static string Place(List<LineFacts> vats) =>
        string.Join(", ", vats.Select(static line => Wording.LineNumber(in line) + ".")) + (vats.Count == 1 ? " satırda" : " satırlarda toplam");

    private static bool IsVat(LineFacts line) => line.MainAccount is "191" or "391";

    private static decimal Amount(LineFacts line) => line.Debit + line.Credit;

    private static decimal Vat(decimal taxed, decimal rate) => decimal.Round(taxed * rate / 100, 2, MidpointRounding.AwayFromZero);

    private static string Percent(decimal rate) => "%" + (rate == decimal.Truncate(rate) ? TurkishText.Count((long)rate) : TurkishText.Amount(rate));

    private static string Difference(decimal left, decimal right) => TurkishText.Amount(decimal.Abs(left - right));
}
