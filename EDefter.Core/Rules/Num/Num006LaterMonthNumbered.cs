namespace EDefter.Core.Rules.Num;

/// <summary>A later month of the fiscal year has numbers, which begin where this month’s end. Place: sonrakiAy.</summary>
public sealed class Num006LaterMonthNumbered : NumberRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM006",
        Severity = Severity.Error,
        Phase = RulePhase.Number,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.C,
        Message = "{sonrakiAy} numaralı; önce o ayın numaraları geri alınmalıdır.",
        Remedy = "Sonraki ayların numaralarını en sondan başlayarak geri alın, sonra bu ayı yeniden numaralayın.",
        Source = "GİB yevmiye şematronu Y74, Y90 (madde ve satır no müteselsil)",
    };
}
