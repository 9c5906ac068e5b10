using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules.Fis;

/// <summary>
/// Fiş numbers that no voucher of the fiscal year has, between numbers that follow one another. Where two kinds never use the same number they are numbered together, so that a number is missing
/// only when no kind has it.
/// </summary>
public sealed class Fis009NumberGap : AggregateRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS009",
        Severity = Severity.Info,
        Message = "Fiş numaralarında atlama var: {aralik}.",
        Remedy = "Aktarılmamış fiş olup olmadığını ERP’de kontrol edin. Numara kullanılmamışsa yapılacak bir şey yoktur: fiş numarası atlayabilir, yevmiye madde numarası atlamaz.",
        Source = "GİB e-Defter Uygulama Kılavuzu 17, 19 (müteselsil olan yevmiye madde numarasıdır)",
    };

    public override RuleOutcome Applies(CheckContext context) => IsInOneYear(context) ? RuleOutcome.Ran : RuleOutcome.Skipped;

    public override RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings)
    {
        var now = month.VoucherSeries;
        var all = NumberSeries.Union(now.Concat(month.DrawerSeries).Concat(context.YearToDate?.Months.SelectMany(static before => before.VoucherSeries) ?? []));
        foreach (var sameText in all.GroupBy(static series => (series.Prefix, series.Suffix)))
        {
            var kinds = sameText.ToList();
            if (AreNumberedTogether(kinds))
                Tell(kinds.Aggregate(static (left, right) => left.With(right)), now.Where(series => (series.Prefix, series.Suffix) == sameText.Key), findings);
            else
                kinds.ForEach(kind => Tell(kind, now.Where(series => (series.Group, series.Prefix, series.Suffix) == (kind.Group, kind.Prefix, kind.Suffix)), findings));
        }

        return RuleOutcome.Ran;
    }

    private static bool AreNumberedTogether(List<NumberSeries> kinds)
    {
        for (var i = 0; i < kinds.Count; i++)
        {
            for (var j = i + 1; j < kinds.Count; j++)
            {
                if (kinds[i].Overlaps(kinds[j]))
                    return false;
            }
        }

        return true;
    }

    private void Tell(NumberSeries series, IEnumerable<NumberSeries> now, FindingSink findings)
    {
        if (!series.IsConsecutive || now.ToList() is not { Count: > 0 } mine)
            return;
        var gaps = series.Gaps(mine.Aggregate(static (left, right) => left.With(right)));
        if (gaps.Count > 0)
            findings.Add(this, "number", ("aralik", series.Tell(gaps)));
    }
}
