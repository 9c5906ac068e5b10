namespace EDefter.Core.Rules.Met;

/// <summary>An explanatory text holds a character that the format’s encoding lacks; the profile’s substitute was written. Places: alan, karakter, yerine, adet.</summary>
public sealed class Met008LackingCharacter : OutputRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "MET008",
        Severity = Severity.Warning,
        Phase = RulePhase.Archive,
        Target = RuleTarget.Output,
        RepairClass = RepairClass.A,
        Message = "{alan} alanındaki {karakter} karakteri hedef dosyanın kodlamasında yok ({adet} kez); dosyada {yerine}.",
        Remedy = "Metnin kendisi fişte olduğu gibi durur. Karşılığı uygun değilse metni ERP’de düzeltin ya da başka bir dosya biçimi seçin.",
        Source = "Entegratörün dosya biçimi (Windows-1254); kod ve numaralar hiç değiştirilmez",
    };
}
