namespace EDefter.Core.Rules.Fis;

/// <summary>The same voucher lives in two months of a fiscal year, so that it has, or would get, two numbers. Place: fisNo.</summary>
public sealed class Fis014TwoNumbers : GuardRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS014",
        Severity = Severity.Error,
        Phase = RulePhase.Guard,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "{fisNo} nolu fişte birden çok yevmiye numarası var.",
        Remedy = "Fişi içeren ayların beratı gönderilmediyse numaralarını sondan başlayarak geri alın, fişin buradaki kaydını silip ERP’den yeniden gönderin ve ayları yeniden numaralayın; gönderildiyse destek isteyin.",
        Source = "GİB yevmiye şematronu Y74 (madde no müteselsil ve tek)",
    };
}
