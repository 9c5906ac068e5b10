namespace EDefter.Core.Rules.Kon;

/// <summary>Files of an e-Defter are asked for a company that keeps none. Places: firma, durum.</summary>
public sealed class Kon008NotSubject : OutputRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "KON008",
        Severity = Severity.Warning,
        Phase = RulePhase.Archive,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.C,
        Message = "{firma} e-Defter kapsamında {durum}.",
        Remedy = "Firma e-Defter mükellefiyse firma bilgilerindeki e-Defter seçimini düzeltin; değilse bu dosya yerine kâğıt Yevmiye Defteri basılıp tasdik ettirilir.",
        Source = "Elektronik Defter Genel Tebliği; VUK 182, 220",
    };
}
