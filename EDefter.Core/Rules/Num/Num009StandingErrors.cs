namespace EDefter.Core.Rules.Num;

/// <summary>The month has findings of severity error. Place: adet.</summary>
public sealed class Num009StandingErrors : NumberRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM009",
        Severity = Severity.Error,
        Phase = RulePhase.Number,
        Target = RuleTarget.Run,
        Message = "{adet} hata giderilmeden yevmiye numarası verilmez.",
        Remedy = "Kontrol raporundaki hataları ERP’de ya da Muhasebe Bakım ile giderin, ayı yeniden kontrol edin.",
        Source = "Hatalı defter berat aşamasında reddedilir; GİB e-Defter Uygulama Kılavuzu C, D",
    };
}
