using EDefter.Core.Companies;

namespace EDefter.Core.Calendar;

/// <summary>
/// The last days to upload e-Defter and berat files (Elektronik Defter Genel Tebliği 4.3.4), read from <c>deadlines.data.json</c>. A last day on a weekend or an
/// official holiday ends on the next workday (VUK 18); half days are workdays.
/// </summary>
public static class DeadlineCalendar
{
    /// <summary>The company's choice (<see cref="Company.UploadPreference"/>) to upload by geçici vergi dönemi; any other word and none mean month by month.</summary>
    public const string Quarterly = "quarterly";

    /// <summary>The word of <see cref="Company.TaxpayerKind"/> for a gelir vergisi mükellefi.</summary>
    public const string Individual = "individual";

    private const int MonthsOfQuarter = 3;

    private static readonly DeadlinesFile File = CalendarData.Read(CalendarJson.Default.DeadlinesFile, "deadlines.data.json");

    /// <summary>Null for a company without e-Defter, and for a month that none of its fiscal years covers.</summary>
    public static Deadline? DueOf(Company company, Period period)
    {
        if (!company.EDefter || YearOf(company, period) is not { } year)
            return null;
        var wantsQuarters = string.Equals(company.UploadPreference, Quarterly, StringComparison.OrdinalIgnoreCase);
        var isIndividual = IsIndividual(company);
        var quarterEnd = QuarterEnd(year, period, isFirst: year == company.FiscalYears[0]);
        var rule = RuleOf(wantsQuarters ? quarterEnd : period);
        var quarterly = wantsQuarters ? rule.Quarterly : null;
        var last = quarterly is null ? period : quarterEnd;
        var day = last == Period.Of(year.End) ? YearEndDay(rule.YearEnd, last, isIndividual) : Day(quarterly ?? rule.Monthly, last, isIndividual);
        var byLaw = Holidays.WorkdayFrom(day);
        // A circular that moves what another one has moved already says so by a line of its own: nothing is concluded here.
        var extension = File.Extensions.FirstOrDefault(extension => extension.Due == byLaw && extension.AppliesTo(isIndividual));
        return new Deadline(period, extension?.ExtendedTo ?? byLaw, rule.Source, extension?.Source);
    }

    /// <summary>A gelir vergisi mükellefi: by the company's own word, else by the shape of the tax number (a TCKN has 11 digits).</summary>
    public static bool IsIndividual(Company company) =>
        string.IsNullOrWhiteSpace(company.TaxpayerKind) ? company.TaxId.Length == 11 : string.Equals(company.TaxpayerKind, Individual, StringComparison.OrdinalIgnoreCase);

    private static FiscalYear? YearOf(Company company, Period period) => company.YearOf(period.LastDay) ?? company.YearOf(period.FirstDay);

    private static DateOnly Day(DeadlineTerm term, Period last, bool isIndividual) => DayOf(last, term.Months, isIndividual ? term.IndividualDay : term.CompanyDay);

    private static DateOnly YearEndDay(YearEndTerm term, Period last, bool isIndividual) =>
        isIndividual ? DayOf(new Period(last.Year + 1, term.IndividualMonth), term.IndividualDay) : DayOf(last, term.CompanyMonths, term.CompanyDay);

    private static DateOnly DayOf(Period last, int months, int day) => DayOf(Period.Of(last.FirstDay.AddMonths(months)), day);

    private static DateOnly DayOf(Period month, int day) => new(month.Year, month.Month, Math.Min(day, month.LastDay.Day));

    // Geçici vergi dönemleri are counted through the twelve months of the fiscal year, whatever month it begins with. Of a first year that is shorter (a company founded in
    // May) the months before it are missing, so they are counted from its end; of any other short one (a company wound up in August) those after it.
    private static Period QuarterEnd(FiscalYear year, Period period, bool isFirst)
    {
        var last = Period.Of(year.End);
        var left = isFirst ? MonthsTo(last, period) % MonthsOfQuarter : MonthsOfQuarter - 1 - (MonthsTo(period, Period.Of(year.Start)) % MonthsOfQuarter);
        var end = period;
        for (; left > 0 && end < last; left--)
            end = end.Next;
        return end;
    }

    private static int MonthsTo(Period later, Period earlier) => ((later.Year - earlier.Year) * 12) + later.Month - earlier.Month;

    private static DeadlineRule RuleOf(Period last)
    {
        var valid = File.Rules[0];
        foreach (var rule in File.Rules)
        {
            if (rule.From <= last)
                valid = rule;
        }

        return valid;
    }
}
