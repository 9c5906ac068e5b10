namespace EDefter.Core.Rules.Met;

/// <summary>Values that a spreadsheet would take for formulas. Places: alan, ornek, adet.</summary>
public sealed class Met006LooksLikeFormula : OutputRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "MET006",
        Severity = Severity.Warning,
        Phase = RulePhase.Archive,
        Target = RuleTarget.Output,
        RepairClass = RepairClass.A,
        Message = "{alan} alanında Excel’in formül sayacağı değerler var ({adet} kez): \"{ornek}\".",
        Remedy = "Değer dosyada olduğu gibi, metin olarak durur. Dosyayı Excel’de açmadan entegratöre yükleyin.",
        Source = "Formül yerleştirme (CSV injection)",
    };
}
