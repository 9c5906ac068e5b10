using EDefter.Core.Text;

namespace EDefter.Core.Rules.Tar;

/// <summary>A readable date outside the days that are checked; such a voucher comes from the undated drawer, or from a reader that mixed up its days.</summary>
public sealed class Tar001OutsideRange : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "TAR001",
        Severity = Severity.Error,
        Message = "{fisNo}: fiş tarihi {tarih} dönem dışında ({bas}–{bit}).",
        Remedy = "Fiş tarihini ERP’de düzeltin ya da fişi kendi döneminde kontrol edin.",
        Source = "GİB yevmiye şematronu Y79",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Date is { } date && (date < context.From || date > context.To))
            findings.Add(
                this,
                voucher,
                line: null,
                "date",
                ("fisNo", voucher.Name),
                ("tarih", TurkishText.Date(date)),
                ("bas", TurkishText.Date(context.From)),
                ("bit", TurkishText.Date(context.To)));
    }
}
