namespace EDefter.Core.Rules.Kon;

/// <summary>The month’s new archive holds something else than the one made before it in the same format. Place: fark.</summary>
public sealed class Kon005DiffersFromDelivered : OutputRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "KON005",
        Severity = Severity.Warning,
        Phase = RulePhase.Archive,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.N,
        Message = "Bu ay için daha önce verilen dosya ile yeni dosya farklı: {fark}.",
        Remedy = "Entegratöre önceki dosyayı yüklediyseniz yerine yenisini yükleyin; fark beklemiyorsanız iki arşivi karşılaştırmadan yüklemeyin.",
        Source = "Aynı ayın iki dosyası farklıysa hangisinin gönderildiği bilinmelidir",
    };
}
