namespace EDefter.Core.Rules.Num;

/// <summary>Somebody else is numbering books of this company. Places: kullanici, saat.</summary>
public sealed class Num008RunInProgress : NumberRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM008",
        Severity = Severity.Error,
        Phase = RulePhase.Number,
        Target = RuleTarget.Run,
        Message = "Bu firma için numaralama sürüyor ({kullanici}, {saat}).",
        Remedy = "Süren işlem bitince yeniden deneyin.",
        Source = "Yevmiye madde numaraları aynı anda iki kez verilemez",
    };
}
