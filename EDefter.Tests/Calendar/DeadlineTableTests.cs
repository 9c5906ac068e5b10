using System.Globalization;
using System.Text.Json.Nodes;
using EDefter.Core.Calendar;
using EDefter.Core.Companies;
using Xunit;

namespace EDefter.Tests.Calendar;

/// <summary>
/// The last days of two years of months, month by month, against the communiqué's table worked out a second time here, with holidays and circulars written down by hand: nothing of
/// the program's own data decides what is right.
/// </summary>
public sealed class DeadlineTableTests
{
    private const int MonthsOfYear = 12;

    private static readonly Period First = new(2024, 11);
    private static readonly Period Last = new(2026, 10);

    // Whole days off of the years in which those months are due: 2429 sayılı Kanun, and the feasts as the wall calendars of these years show them.
    private static readonly HashSet<DateOnly> Off =
    [
        .. new[] { 2025, 2026, 2027 }.SelectMany(year => new DateOnly[] { new(year, 1, 1), new(year, 4, 23), new(year, 5, 1), new(year, 5, 19), new(year, 7, 15), new(year, 8, 30), new(year, 10, 29) }),
        new(2025, 3, 30), new(2025, 3, 31), new(2025, 4, 1), new(2025, 6, 6), new(2025, 6, 7), new(2025, 6, 8), new(2025, 6, 9),
        new(2026, 3, 20), new(2026, 3, 21), new(2026, 3, 22), new(2026, 5, 27), new(2026, 5, 28), new(2026, 5, 29), new(2026, 5, 30),
        new(2027, 3, 9), new(2027, 3, 10), new(2027, 3, 11), new(2027, 5, 16), new(2027, 5, 17), new(2027, 5, 18), new(2027, 5, 19),
    ];

    private static readonly Dictionary<(DateOnly Due, bool IsPerson), DateOnly> Circulars = new()
    {
        [(new(2025, 4, 10), true)] = new(2025, 4, 18),
        [(new(2025, 6, 10), true)] = new(2025, 6, 16),
        [(new(2025, 6, 16), false)] = new(2025, 6, 23),
        [(new(2026, 5, 11), true)] = new(2026, 6, 10),
        [(new(2026, 5, 14), false)] = new(2026, 6, 15),
        [(new(2026, 6, 10), true)] = new(2026, 6, 30),
        [(new(2026, 6, 15), false)] = new(2026, 6, 30),
    };

    // Person or not, by quarters or by months, and the month that the fiscal year begins with.
    public static TheoryData<bool, bool, int> Taxpayers => new(
        from isPerson in (bool[])[true, false]
        from byQuarters in (bool[])[true, false]
        from yearBeginsIn in (int[])[1, 2, 7, 12]
        select (isPerson, byQuarters, yearBeginsIn));

    [Theory]
    [MemberData(nameof(Taxpayers))]
    public void Two_years_of_months_are_due_as_the_table_says(bool isPerson, bool byQuarters, int yearBeginsIn)
    {
        var company = Of(isPerson, byQuarters, yearBeginsIn);
        var (expected, told) = (new List<string>(), new List<string>());
        for (var period = First; period <= Last; period = period.Next)
        {
            var byLaw = ByLaw(period, isPerson, byQuarters, yearBeginsIn);
            expected.Add($"{period} {Circulars.GetValueOrDefault((byLaw, isPerson), byLaw):yyyy-MM-dd}");
            told.Add($"{period} {DeadlineCalendar.DueOf(company, period)!.Due:yyyy-MM-dd}");
        }

        Assert.Equal(expected, told);
    }

    // The commonest case, a company that uploads month by month, written out day by day with a wall calendar.
    [Fact]
    public void A_company_that_uploads_month_by_month_has_these_days()
    {
        string[] days =
        [
            "2025-03-14", "2025-05-14", "2025-05-14", "2025-06-23", "2025-07-14", "2025-08-14", "2025-09-15", "2025-10-14", "2025-11-14", "2025-12-15", "2026-01-14", "2026-02-16",
            "2026-03-16", "2026-06-15", "2026-06-15", "2026-06-30", "2026-07-14", "2026-08-14", "2026-09-14", "2026-10-14", "2026-11-16", "2026-12-14", "2027-01-14", "2027-02-15",
        ];
        var company = Of(isPerson: false, byQuarters: false, yearBeginsIn: 1);
        var told = new List<string>();
        for (var period = First; period <= Last; period = period.Next)
            told.Add(DeadlineCalendar.DueOf(company, period)!.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(days, told);
    }

    // When a real company of the calendar year, a geçici vergi dönemi at a time, filed its berats: never after the last day, and once on the very one that the table gives.
    [Theory]
    [InlineData("2025-01", "2025-06-16", true)]
    [InlineData("2025-03", "2025-06-16", true)]
    [InlineData("2025-06", "2025-09-08", false)]
    [InlineData("2025-09", "2025-12-13", false)]
    public void What_was_really_filed_was_in_time(string month, string filed, bool onTheLastDay)
    {
        Assert.True(Period.TryParse(month, out var period));
        var day = Day(filed);
        Assert.True(day <= DeadlineCalendar.DueOf(Of(isPerson: false, byQuarters: true, yearBeginsIn: 1), period)!.Due);
        Assert.Equal(onTheLastDay, day == ByLaw(period, isPerson: false, byQuarters: true, yearBeginsIn: 1));
    }

    // A company founded in May has its first geçici vergi dönemi with June, as every calendar year has; one that is wound up in August ends its third with August.
    [Fact]
    public void A_short_year_keeps_the_quarters_of_its_twelve_months()
    {
        var founded = Of(isPerson: false, byQuarters: true, yearBeginsIn: 1) with { FiscalYears = [new FiscalYear { Start = new DateOnly(2025, 5, 15), End = new DateOnly(2025, 12, 31) }] };
        foreach (var (month, due) in new[] { (5, "2025-09-15"), (6, "2025-09-15"), (7, "2025-12-15"), (9, "2025-12-15"), (10, "2026-06-15") })
            Assert.Equal(due, DueOf(founded, new Period(2025, month)));
        var woundUp = founded with { FiscalYears = [new FiscalYear { Start = new DateOnly(2024, 1, 1), End = new DateOnly(2024, 12, 31) }, new FiscalYear { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 8, 20) }] };
        foreach (var (month, due) in new[] { (4, "2025-09-15"), (6, "2025-09-15"), (7, "2026-01-14"), (8, "2026-01-14") })
            Assert.Equal(due, DueOf(woundUp, new Period(2025, month)));
    }

    [Fact]
    public void Every_circular_moves_a_workday_to_a_later_one_once_and_says_its_number_date_and_where_it_was_seen()
    {
        using var stream = typeof(DeadlineCalendar).Assembly.GetManifestResourceStream("EDefter.Core.Calendar.deadlines.data.json")!;
        var circulars = JsonNode.Parse(stream)!["extensions"]!.AsArray().Select(circular => circular!.AsObject()).ToList();
        Assert.NotEmpty(circulars);
        foreach (var circular in circulars)
        {
            var (due, moved) = (Day(circular["due"]!), Day(circular["extendedTo"]!));
            Assert.True(Holidays.IsWorkday(due) && Holidays.IsWorkday(moved) && moved > due, circular.ToJsonString());
            Assert.Matches(@"^VUK-\d{3}(/\d{4}-\d+)? sayılı Vergi Usul Kanunu Sirküleri \(\d{2}\.\d{2}\.\d{4}\)$", (string?)circular["source"]);
            Assert.NotEmpty((string?)circular["seenIn"] ?? string.Empty);
            Assert.Contains((string?)circular["taxpayerKind"], (string?[])[null, "company", "individual"]);
        }

        foreach (var kind in (string[])["company", "individual"])
        {
            var days = circulars.Where(circular => circular["taxpayerKind"] is not { } whose || (string?)whose == kind).Select(circular => Day(circular["due"]!)).ToList();
            Assert.Equal(days.Distinct(), days);
        }

        // Given to companies alone; persons were under mücbir sebep then.
        Assert.Equal("2020-06-01", DueOf(Of(isPerson: false, byQuarters: false, yearBeginsIn: 1), new Period(2020, 1)));
        Assert.Equal("2020-04-30", DueOf(Of(isPerson: true, byQuarters: false, yearBeginsIn: 1), new Period(2020, 1)));
    }

    // The communiqué's table, and VUK 18.
    private static DateOnly ByLaw(Period period, bool isPerson, bool byQuarters, int yearBeginsIn)
    {
        var place = (period.Month - yearBeginsIn + MonthsOfYear) % MonthsOfYear;
        var group = byQuarters ? 3 : 1;
        var last = period.FirstDay.AddMonths(group - 1 - (place % group));
        var endsTheYear = place / group == (MonthsOfYear / group) - 1;
        var month = endsTheYear ? MonthAfterTheReturn(last, isPerson) : last.AddMonths(byQuarters ? 3 : 4);
        var day = new DateOnly(month.Year, month.Month, isPerson ? 10 : 14);
        while (Off.Contains(day) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(1);
        return day;
    }

    // A person's return is March's of the next year, a company's the fourth month's after its year; the books follow in the month after.
    private static DateOnly MonthAfterTheReturn(DateOnly last, bool isPerson) => isPerson ? new DateOnly(last.Year + 1, 3, 1).AddMonths(1) : last.AddMonths(4).AddMonths(1);

    private static DateOnly Day(JsonNode text) => DateOnly.ParseExact((string)text!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string DueOf(Company company, Period period) => DeadlineCalendar.DueOf(company, period)!.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Company Of(bool isPerson, bool byQuarters, int yearBeginsIn) => new()
    {
        Id = "deneme",
        TaxId = "4540536920",
        UploadPreference = byQuarters ? "quarterly" : "monthly",
        TaxpayerKind = isPerson ? "individual" : "company",
        FiscalYears = [.. Enumerable.Range(2018, 10).Select(year => new DateOnly(year, yearBeginsIn, 1)).Select(start => new FiscalYear { Start = start, End = start.AddYears(1).AddDays(-1) })],
    };
}
