using EDefter.Core.Companies;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>Whether a month may be numbered or un-numbered, judged by the heads of its fiscal year alone: pure, so that the commit can ask again.</summary>
public static class NumberGate
{
    /// <returns>Why the month cannot be numbered now; null when it can.</returns>
    public static Refusal? WhyNotNumber(Company company, FiscalYear year, Period period, IReadOnlyDictionary<Period, MonthHead> heads)
    {
        if (heads.GetValueOrDefault(period) is { Filed: not null })
            return FiledRefusal(period);
        if (heads.GetValueOrDefault(period) is { Numbering: { } stamp })
            return AlreadyNumbered(period, stamp);
        if (LaterNumbered(period, heads) is { } later)
            return LaterRefusal(later, period);
        if (period < FirstPeriod(company, year))
            return Refusals.BeforeAdoption(period, company.AdoptionDate!.Value);
        if (!BeginsNumbers(company, year, period, heads) && heads.GetValueOrDefault(period.Previous) is not { Numbering: not null })
            return Refusals.Of("NUM001", "previous-month-open", 409, period, ("oncekiAy", TurkishText.Month(period.Previous)), ("ay", TurkishText.Month(period)));
        return null;
    }

    /// <returns>Why the month's numbers cannot be taken back now; null when they can.</returns>
    public static Refusal? WhyNotUnnumber(Period period, IReadOnlyDictionary<Period, MonthHead> heads)
    {
        var head = heads.GetValueOrDefault(period);
        if (head?.Filed is not null)
            return FiledRefusal(period);
        if (head?.Numbering is null)
            return Refusals.NotNumbered(period);
        return LaterNumbered(period, heads) is { } later ? LaterRefusal(later, period) : null;
    }

    /// <summary>The month that begins the numbers of a fiscal year: its first, or the month e-Defter was taken up in.</summary>
    public static Period FirstPeriod(Company company, FiscalYear year) =>
        Period.Of(company.AdoptionDate is { } adopted && year.Contains(adopted) ? adopted : year.Start);

    /// <summary>
    /// Whether both numbers begin at 1 in this month. An adoption date that was written into the profile later never lets a second month begin at 1:
    /// what follows a numbered month goes on from it.
    /// </summary>
    public static bool BeginsNumbers(Company company, FiscalYear year, Period period, IReadOnlyDictionary<Period, MonthHead> heads) =>
        period == FirstPeriod(company, year) && !heads.Values.Any(head => head.Period < period && head.Numbering is not null);

    public static Refusal FiledRefusal(Period period) =>
        Refusals.Of("NUM005", "month-filed", 409, period, ("ay", TurkishText.Month(period)));

    private static Refusal AlreadyNumbered(Period period, NumberingStamp stamp) =>
        new("already-numbered", 409, "Ay zaten numaralı", $"{TurkishText.Month(period)} için {TurkishText.Count(stamp.Numbers.First)}–{TurkishText.Count(stamp.Numbers.Last)} numaraları verilmiş (veren: {stamp.By}). Yeniden numaralamak için önce numaraları geri alın.")
        {
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["period"] = period.ToString(), ["first"] = stamp.Numbers.First, ["last"] = stamp.Numbers.Last },
        };

    private static Refusal LaterRefusal(Period later, Period period) =>
        Refusals.Of("NUM006", "later-month-numbered", 409, period, ("sonrakiAy", TurkishText.Month(later)));

    private static Period? LaterNumbered(Period period, IReadOnlyDictionary<Period, MonthHead> heads)
    {
        var later = heads.Values.Where(head => head.Period > period && head.Numbering is not null).Select(head => head.Period).Order().ToList();
        return later.Count == 0 ? null : later[0];
    }
}
