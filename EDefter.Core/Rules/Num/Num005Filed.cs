namespace EDefter.Core.Rules.Num;

/// <summary>The month’s berat is filed: nothing in it changes any more. Place: ay.</summary>
public sealed class Num005Filed : NumberRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM005",
        Severity = Severity.Error,
        Phase = RulePhase.Number,
        Target = RuleTarget.Run,
        Message = "{ay} beratı onaylı; fiş ve numaralar değiştirilemez. Düzeltme kaydı yapın.",
        Remedy = "Düzeltmeyi açık bir aya, düzeltme fişi olarak kaydedin. Berat süresi içinde GİB’de silindiyse önce beratın geri alındığını bildirin.",
        Source = "VUK 217; GİB e-Defter Uygulama Kılavuzu C, D",
    };
}
