namespace EDefter.Core.Rules.Kon;

/// <summary>A file is not what was handed over.</summary>
public sealed class Kon004FileChanged : OutputRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "KON004",
        Severity = Severity.Error,
        Phase = RulePhase.Archive,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "Çıktı dosyası değişmiş (özet uyuşmuyor). Dosyayı açmadan yeniden indirin.",
        Remedy = "Arşivi yeniden indirin ve hiç açmadan, zip olarak entegratöre yükleyin; kayıtlı arşiv olduğu gibi duruyor.",
        Source = "Dosya Excel’de açılıp kaydedildiğinde baştaki sıfırlar ve tarihler bozulur",
    };
}
