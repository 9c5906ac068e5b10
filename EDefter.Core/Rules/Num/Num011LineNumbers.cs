namespace EDefter.Core.Rules.Num;

/// <summary>The satır no of a month do not run on without a gap. Place: no.</summary>
public sealed class Num011LineNumbers : GuardRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM011",
        Severity = Severity.Error,
        Phase = RulePhase.Guard,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "Satır numaralarında süreklilik hatası var: {no}.",
        Remedy = "Ayın beratı gönderilmediyse numaraları geri alıp ayı yeniden numaralayın; sonraki aylar da numaralıysa en sondan başlayın. Berat gönderildiyse numaralara dokunmayın, destek isteyin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 20; GİB yevmiye şematronu Y90 (satır no müteselsil)",
    };
}
