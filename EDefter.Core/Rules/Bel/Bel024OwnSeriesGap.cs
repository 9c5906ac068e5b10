using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules.Bel;

/// <summary>The company numbers documents that have no number of their own, and a number between two of them is missing in the whole fiscal year.</summary>
public sealed class Bel024OwnSeriesGap : AggregateRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL024",
        Severity = Severity.Info,
        Message = "{belgeAdi} için firma sıra numarası atlıyor: {aralik}.",
        Remedy = "Eksik numaralı belgenin kaydı olup olmadığını kontrol edin; numara kullanılmadıysa yapılacak bir şey yoktur.",
        Source = "GİB e-Defter Uygulama Kılavuzu 25 (numarası olmayan belgeye firma kendi sıra numarasını verir)",
    };

    public override RuleOutcome Applies(CheckContext context) => IsInOneYear(context) ? RuleOutcome.Ran : RuleOutcome.Skipped;

    public override RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings)
    {
        var now = month.OwnSeries;
        if (now.Count == 0)
            return RuleOutcome.NotApplicable;
        foreach (var series in NumberSeries.Union(now.Concat(context.YearToDate?.Months.SelectMany(static before => before.OwnSeries) ?? [])))
        {
            var mine = now.FirstOrDefault(one => (one.Group, one.Prefix, one.Suffix) == (series.Group, series.Prefix, series.Suffix));
            if (mine is null || !series.IsConsecutive || series.Gaps(mine) is not { Count: > 0 } gaps)
                continue;
            findings.Add(this, "document.number", ("belgeAdi", series.Group), ("aralik", series.Tell(gaps)));
        }

        return RuleOutcome.Ran;
    }
}
