using EDefter.Core.Text;

namespace EDefter.Core.Rules.Tar;

/// <summary>A voucher of a day that has not come yet, seen from the day of the check.</summary>
public sealed class Tar002InFuture : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "TAR002",
        Severity = Severity.Error,
        Message = "{fisNo}: ileri tarihli fiş ({tarih}).",
        Remedy = "Fiş tarihini ERP’de düzeltin; kayıt gerçekten ileri tarihliyse o gün gelmeden deftere girmez.",
        Source = "GİB yevmiye şematronu Y39 (defter, dönemi bitmeden oluşturulamaz); VUK 219",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Date is { } date && date > context.AsOf)
            findings.Add(this, voucher, line: null, "date", ("fisNo", voucher.Name), ("tarih", TurkishText.Date(date)));
    }
}
