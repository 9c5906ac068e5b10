namespace EDefter.Core.Rules.Num;

/// <summary>Vouchers were added, changed or taken away after the month was numbered. Places: ay, adet.</summary>
public sealed class Num007ChangedAfterNumbering : GuardRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM007",
        Severity = Severity.Error,
        Phase = RulePhase.Guard,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "{ay} numaralandıktan sonra {adet} fiş eklenmiş, değişmiş ya da silinmiş.",
        Remedy = "Ayın beratı gönderilmediyse numaraları geri alıp ayı yeniden numaralayın; sonraki aylar da numaralıysa en sondan başlayın. Berat gönderildiyse numaralara dokunmayın, destek isteyin.",
        Source = "TTK 65/3; numaralanmış ay değişmez",
    };
}
