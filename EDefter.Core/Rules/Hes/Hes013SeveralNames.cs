namespace EDefter.Core.Rules.Hes;

/// <summary>The month’s lines name an account differently; the files carry one name. Place: hesap.</summary>
public sealed class Hes013SeveralNames : OutputRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "HES013",
        Severity = Severity.Warning,
        Phase = RulePhase.Archive,
        Target = RuleTarget.Output,
        RepairClass = RepairClass.A,
        Message = "Dönem içinde birden çok adla yazılan hesap: {hesap}.",
        Remedy = "Dosyaya hesap planındaki ad, planda ad yoksa hesabın aydaki son satırında yazan ad yazıldı. Adı ERP’de teke indirin ya da hesap planını gönderin.",
        Source = "Defter-i kebirde bir alt hesap tek başlık altında izlenir (VUK 184)",
    };
}
