namespace EDefter.Core.Rules.Tar;

/// <summary>No date, or a text that is no date: the voucher belongs to no month and waits in the undated drawer.</summary>
public sealed class Tar003NoDate : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "TAR003",
        Severity = Severity.Error,
        Message = "{fisNo}: fiş tarihi boş ya da okunamıyor (gelen: {tarih}).",
        Remedy = "Fiş tarihini ERP’de düzeltip fişi yeniden gönderin; aktarım tarihi yıl-ay-gün sırasıyla yazmalıdır (ör. 2025-01-31); tarihsiz fişler düzelene kadar her kontrolde görünür.",
        Source = "GİB yevmiye şematronu Y78",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Date is null)
            findings.Add(this, voucher, line: null, "date", ("fisNo", voucher.Name), ("tarih", Wording.Quoted(voucher.Voucher.Date.Raw)));
    }
}
