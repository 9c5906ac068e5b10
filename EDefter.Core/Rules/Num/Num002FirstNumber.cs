namespace EDefter.Core.Rules.Num;

/// <summary>The first number of a month does not follow the last of the month before. Places: beklenen, bulunan.</summary>
public sealed class Num002FirstNumber : GuardRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM002",
        Severity = Severity.Error,
        Phase = RulePhase.Guard,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "Yevmiye madde no {beklenen} ile başlamalıdır; {bulunan} ile başlıyor.",
        Remedy = "Ayın beratı gönderilmediyse numaraları geri alıp ayı yeniden numaralayın; sonraki aylar da numaralıysa en sondan başlayın. Berat gönderildiyse numaralara dokunmayın, destek isteyin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 19",
    };
}
