using EDefter.Core.Text;

namespace EDefter.Core.Rules.Tar;

/// <summary>A voucher of a day on which offices are closed. Off unless the company asks for it: hotels work seven days.</summary>
public sealed class Tar007DayOff : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "TAR007",
        Severity = Severity.Info,
        Message = "{fisNo}: tatil gününde kayıt ({tarih}, {gun}).",
        Remedy = "Fiş tarihini belgesiyle karşılaştırın; işletme o gün çalıştıysa yapılacak bir şey yoktur.",
        Source = "Firmanın isteğiyle; bir mevzuat hükmü değildir",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Date is { } date && voucher.Kind is not (Vouchers.VoucherKind.Opening or Vouchers.VoucherKind.Closing) && DaysOff.NameOf(date) is { } name)
            findings.Add(this, voucher, line: null, "date", ("fisNo", voucher.Name), ("tarih", TurkishText.Date(date)), ("gun", name));
    }
}
