namespace EDefter.Core.Rules.Fis;

/// <summary>Vouchers changed between the check or the preview and the numbers. Place: fisler.</summary>
public sealed class Fis015ChangedSince : GuardRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS015",
        Severity = Severity.Error,
        Phase = RulePhase.Guard,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "{fisler} kontrolden ya da önizlemeden sonra değişmiş; rapor yeniden alınmalıdır.",
        Remedy = "Ayı yeniden kontrol edin, raporu ve numara önizlemesini yeniden alıp numaraları ondan sonra verin.",
        Source = "TTK 65/3; numaralar görülen fişlere verilir",
    };
}
