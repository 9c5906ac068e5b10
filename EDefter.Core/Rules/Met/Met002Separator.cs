namespace EDefter.Core.Rules.Met;

/// <summary>A separator of the format stood in an explanatory text and was replaced as the profile says. Places: alan, karakter, yerine, adet.</summary>
public sealed class Met002Separator : OutputRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "MET002",
        Severity = Severity.Warning,
        Phase = RulePhase.Archive,
        Target = RuleTarget.Output,
        RepairClass = RepairClass.A,
        Message = "{alan} alanında dosya biçiminin ayırıcısı olan {karakter} karakteri var ({adet} kez); dosyada {yerine}.",
        Remedy = "Yapılacak bir şey yoktur; metnin kendisi fişte olduğu gibi durur. Değişmesini istemiyorsanız metni ERP’de düzeltin ya da başka bir dosya biçimi seçin.",
        Source = "Entegratörün dosya biçimi; kod ve numaralar hiç değiştirilmez",
    };
}
