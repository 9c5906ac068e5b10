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
        var rule = RuleOf(wantsQuarters ? QuarterEnd(year, period) : period);
        var quarterly = wantsQuarters ? rule.Quarterly : null;
        var last = quarterly is null ? period : QuarterEnd(year, period);
        var day = last == Period.Of(year.End) ? YearEndDay(rule.YearEnd, last, IsIndividual(company)) : Day(quarterly ?? rule.Monthly, last, IsIndividual(company));
        var byLaw = Holidays.WorkdayFrom(day);
        var extension = File.Extensions.FirstOrDefault(extension => extension.Due == byLaw);
        return new Deadline(period, extension?.ExtendedTo ?? byLaw, rule.Source, extension?.Source);
    }

    /// <summary>A gelir vergisi mükellefi: by the company's own word, else by the shape of the tax number (a TCKN has 11 digits).</summary>
    public static bool IsIndividual(Company company) =>
        string.IsNullOrWhiteSpace(company.TaxpayerKind) ? company.TaxId.Length == 11 : string.Equals(company.TaxpayerKind, Individual, StringComparison.OrdinalIgnoreCase);

    private static FiscalYear? YearOf(Company company, Period period) => company.YearOf(period.LastDay) ?? company.YearOf(period.FirstDay);

    private static DateOnly Day(DeadlineTerm term, Period last, bool isIndividual) => DayOf(last, term.Months, isIndividual ? term.IndividualDay : term.CompanyDay);

    private static DateOnly YearEndDay(YearEndTerm term, Period last, bool isIndividual) =>
        isIndividual ? DayOf(last, term.IndividualMonths, term.IndividualDay) : DayOf(last, term.CompanyMonths, term.CompanyDay);

    private static DateOnly DayOf(Period last, int months, int day)
    {
        var month = Period.Of(last.FirstDay.AddMonths(months));
        return new DateOnly(month.Year, month.Month, Math.Min(day, month.LastDay.Day));
    }

    // Geçici vergi dönemleri are counted from the first month of the fiscal year, whatever month that is.
    private static Period QuarterEnd(FiscalYear year, Period period)
    {
        var first = Period.Of(year.Start);
        var months = ((period.Year - first.Year) * 12) + period.Month - first.Month;
        var end = period;
        for (var left = MonthsOfQuarter - 1 - (months % MonthsOfQuarter); left > 0 && end < Period.Of(year.End); left--)
            end = end.Next;
        return end;
    }

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
