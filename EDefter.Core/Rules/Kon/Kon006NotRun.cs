using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules.Kon;

/// <summary>Rules that could not judge although the vouchers call for it, because what they compare with was never sent. Told once for each kind of missing data, with the rules.</summary>
public sealed class Kon006NotRun : CoverageRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "KON006",
        Severity = Severity.Info,
        Target = RuleTarget.Run,
        Message = "{kural} çalıştırılamadı: {neden}.",
        Remedy = "Eksik veriyi gönderip ayı yeniden kontrol edin. Veri yoksa bu kurallar bu ay için bir şey söylemez; sonuçlarını ERP’de kendiniz kontrol edin.",
        Source = "Kontrol kapsamı: çalışmayan kural geçilmiş sayılmaz",
    };

    public override void Judge(MonthAggregates month, IReadOnlyList<(Rule Rule, RuleOutcome Outcome)> rules, FindingSink findings)
    {
        if (month.Vouchers == 0)
            return;
        foreach (var missing in Enum.GetValues<ReferenceData>())
        {
            var codes = rules.Where(rule => rule.Outcome == RuleOutcome.NoData && rule.Rule.Needs == missing).Select(static rule => rule.Rule.Info.Code).ToList();
            if (codes.Count > 0 && (missing != ReferenceData.Rates || month.HasForeignCurrency))
                findings.Add(this, "coverage", ("kural", string.Join(", ", codes)), ("neden", Reason(missing)));
        }
    }

    private static string Reason(ReferenceData missing) => missing switch
    {
        ReferenceData.Chart => "hesap planı gönderilmemiş",
        ReferenceData.Rates => "döviz kurları gönderilmemiş",
        ReferenceData.OpeningBalances => "hesapların devreden bakiyesi bilinmiyor; açılış fişi ya da açılış bakiyeleri gönderilmemiş",
        _ => throw new ArgumentOutOfRangeException(nameof(missing), missing, message: null),
    };
}
