using EDefter.Core.Calendar;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Tar;

/// <summary>A voucher of a weekend or official holiday; a half day is a working day. Off unless the company asks for it: hotels work seven days.</summary>
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
        if (voucher.Date is { } date && voucher.Kind is not (Vouchers.VoucherKind.Opening or Vouchers.VoucherKind.Closing) && NameOf(date) is { } name)
            findings.Add(this, voucher, line: null, "date", ("fisNo", voucher.Name), ("tarih", TurkishText.Date(date)), ("gun", name));
    }

    private static string? NameOf(DateOnly day) => day.DayOfWeek switch
    {
        _ when Holidays.IsHoliday(day) => "resmî tatil",
        DayOfWeek.Saturday => "cumartesi",
        DayOfWeek.Sunday => "pazar",
        _ => null,
    };
}
