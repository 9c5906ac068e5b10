namespace EDefter.Core.Rules.Num;

/// <summary>A madde no is missing or given twice inside a month. Places: tur, no.</summary>
public sealed class Num003GapOrDuplicate : GuardRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM003",
        Severity = Severity.Error,
        Phase = RulePhase.Guard,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "Yevmiye madde numaralarında {tur}: {no}.",
        Remedy = "Ayın beratı gönderilmediyse numaraları geri alıp ayı yeniden numaralayın; sonraki aylar da numaralıysa en sondan başlayın. Berat gönderildiyse numaralara dokunmayın, destek isteyin.",
        Source = "GİB yevmiye şematronu Y74 (madde no müteselsil)",
    };
}
