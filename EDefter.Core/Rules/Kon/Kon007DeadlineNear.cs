using System.Globalization;
using EDefter.Core.Calendar;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Kon;

/// <summary>The last day to upload the month's books and berats is near or past, and the month is not filed. Before a branch was opened and after it was closed it has no book to upload.</summary>
public sealed class Kon007DeadlineNear : CompanyRule
{
    // A week is enough to mend, number and upload a month, and short enough not to be told every time.
    private const int DaysNear = 7;

    public override RuleInfo Info { get; } = new()
    {
        Code = "KON007",
        Severity = Severity.Warning,
        Target = RuleTarget.Run,
        Message = "{ay} defter/berat son günü {sonGun} ({kalan}).",
        Remedy = "Ayı numaralayıp entegratöre verin; berat yüklendiyse ayı beratı gönderildi olarak işaretleyin. Süre bir sirkülerle uzatıldıysa notla kabul edin.",
        Source = "Elektronik Defter Genel Tebliği (Sıra No: 1) 4.3.4; VUK 18",
    };

    public override RuleOutcome Applies(CheckContext context)
    {
        if (context.Period is not { } period)
            return RuleOutcome.Skipped;
        var isBeforeAdoption = context.Company.AdoptionDate is { } adopted && adopted > context.To;
        var isWithoutBranch = context.BookBranch?.ValidFrom > context.To || context.BookBranch?.ClosedOn < context.From;
        return context.IsFiled || isBeforeAdoption || isWithoutBranch || DeadlineCalendar.DueOf(context.Company, period) is null ? RuleOutcome.NotApplicable : RuleOutcome.Ran;
    }

    public override void Check(CheckContext context, FindingSink findings)
    {
        if (DeadlineCalendar.DueOf(context.Company, context.Period!.Value) is not { } deadline)
            return;
        var left = deadline.Due.DayNumber - context.AsOf.DayNumber;
        if (left <= DaysNear)
            findings.Add(this, "deadline", ("ay", TurkishText.Month(context.Period.Value)), ("sonGun", TurkishText.Date(deadline.Due)), ("kalan", Left(left)));
    }

    private static string Left(int days) => days switch
    {
        0 => "bugün",
        > 0 => string.Create(CultureInfo.InvariantCulture, $"{days} gün kaldı"),
        _ => $"{TurkishText.Count(-days)} gün geçti",
    };
}
