namespace EDefter.Core.Rules.Num;

/// <summary>The numbers do not follow the dates. Places: no1, tarih1, no2, tarih2.</summary>
public sealed class Num004NotByDate : GuardRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM004",
        Severity = Severity.Error,
        Phase = RulePhase.Guard,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "Yevmiye defteri tarih sırasında değil: {no1} ({tarih1}) → {no2} ({tarih2}).",
        Remedy = "Ayın beratı gönderilmediyse numaraları geri alıp ayı yeniden numaralayın; sonraki aylar da numaralıysa en sondan başlayın. Berat gönderildiyse numaralara dokunmayın, destek isteyin.",
        Source = "VUK 183; GİB yevmiye şematronu",
    };
}
