namespace EDefter.Core.Rules.Kon;

/// <summary>The ledger that the integrator will make of the month is estimated over the authority’s limit. Place: mb.</summary>
public sealed class Kon003LedgerSize : OutputRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "KON003",
        Severity = Severity.Warning,
        Phase = RulePhase.Archive,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "Tahmini defter boyutu {mb} MB; parçalı gönderim gerekecek.",
        Remedy = "Dosyalar biçimin satır sınırında, fiş bölünmeden parçalara ayrılmıştır; entegratörün parçalı yükleme yolunu kullanın.",
        Source = "GİB e-Defter Uygulama Kılavuzu (200 MB sınırı); yaklaşık 100.000 satır",
    };
}
