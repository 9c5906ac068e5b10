namespace EDefter.Core.Rules.Fis;

/// <summary>Exactly one line. A voucher without any line is FIS004’s.</summary>
public sealed class Fis003SingleLine : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS003",
        Severity = Severity.Error,
        Message = "Fiş tek satırlı: {fisNo}. Bir yevmiye maddesinde en az bir borç ve bir alacak satırı olmalıdır.",
        Remedy = "Karşı hesabın satırını ERP’de ekleyin ve fişi yeniden gönderin; ERP’de satır varsa aktarım onu kaybetmiş demektir.",
        Source = "GİB yevmiye şematronu Y83; VUK 183",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Lines.Length == 1)
            findings.Add(this, voucher, line: null, "lines", ("fisNo", voucher.Name));
    }
}
