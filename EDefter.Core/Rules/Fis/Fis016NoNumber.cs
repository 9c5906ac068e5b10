namespace EDefter.Core.Rules.Fis;

/// <summary>No fiş no. It is never invented: the document reference of every line must equal it.</summary>
public sealed class Fis016NoNumber : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS016",
        Severity = Severity.Error,
        Message = "Fiş numarası boş (kaynak no {id}).",
        Remedy = "ERP’de fişe numara verin ve fişi yeniden gönderin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 17, 23; GİB yevmiye şematronu Y114",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (string.IsNullOrWhiteSpace(voucher.Voucher.Number))
            findings.Add(this, voucher, line: null, "number", ("id", voucher.Voucher.Id));
    }
}
