namespace EDefter.Core.Rules.Met;

/// <summary>An explanatory text is longer than its column and was cut after a word. Places: alan, adet.</summary>
public sealed class Met003TooLong : OutputRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "MET003",
        Severity = Severity.Warning,
        Phase = RulePhase.Archive,
        Target = RuleTarget.Output,
        RepairClass = RepairClass.A,
        Message = "{alan} alanı dosya biçiminin sınırından uzun ({adet} kez); metin sözcük sonunda \"…\" ile kesildi.",
        Remedy = "Metnin tamamı fişte durur. Kesilmesini istemiyorsanız açıklamayı ERP’de kısaltın ya da başka bir dosya biçimi seçin.",
        Source = "Entegratörün dosya biçimi; kod ve numaralar hiç kesilmez",
    };
}
