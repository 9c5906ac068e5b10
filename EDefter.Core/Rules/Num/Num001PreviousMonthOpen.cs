namespace EDefter.Core.Rules.Num;

/// <summary>The month before, of the same fiscal year and branch, has no numbers yet. Places: oncekiAy, ay.</summary>
public sealed class Num001PreviousMonthOpen : NumberRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM001",
        Severity = Severity.Error,
        Phase = RulePhase.Number,
        Target = RuleTarget.Run,
        Message = "{oncekiAy} numaralanmadan {ay} numaralanamaz.",
        Remedy = "Önce {oncekiAy} dönemine yevmiye numarası verin; fişi yoksa da boş ay olarak numaralayın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 19; GİB yevmiye şematronu Y74 (madde no müteselsil)",
    };
}
