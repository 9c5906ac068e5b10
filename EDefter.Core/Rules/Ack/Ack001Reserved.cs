namespace EDefter.Core.Rules.Ack;

/// <summary>An opening voucher that is not dated on the first day. ACK004 tells it, once; numbering itself always puts an opening voucher first on its day.</summary>
public sealed class Ack001Reserved : ReservedRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ACK001",
        Severity = Severity.Error,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "Hesap döneminin ilk kaydı açılış fişi değil.",
        Remedy = "Bu durumu ACK004 bildirir: açılış fişinin tarihini hesap döneminin ilk gününe alın; o gün içinde açılış fişi her zaman ilk sıraya konur.",
        Source = "VUK 174",
    };

    public override string ToldBy => "ACK004";
}
