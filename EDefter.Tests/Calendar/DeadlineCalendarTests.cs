using System.Globalization;
using EDefter.Core.Calendar;
using EDefter.Core.Companies;
using Xunit;

namespace EDefter.Tests.Calendar;

public sealed class DeadlineCalendarTests
{
    [Theory]
    // Month by month: the 14th of the fourth following month, moved by weekends and holidays.
    [InlineData("2025-01", "monthly", "company", "2025-05-14")]
    [InlineData("2025-05", "monthly", "company", "2025-09-15")]
    [InlineData("2025-01", "monthly", "individual", "2025-05-12")]
    [InlineData("2025-03", null, null, "2025-07-14")]
    [InlineData("2025-03", "aylık", "company", "2025-07-14")]
    // 15 July is a holiday, 14 July 2024 a Sunday.
    [InlineData("2024-03", "monthly", "company", "2024-07-10")]
    // The last month of the year follows the annual return.
    [InlineData("2023-12", "monthly", "company", "2024-04-30")]
    [InlineData("2026-12", "monthly", "company", "2027-05-14")]
    [InlineData("2025-12", "monthly", "individual", "2026-04-10")]
    // By geçici vergi dönemi: three months together.
    [InlineData("2026-07", "quarterly", "company", "2026-12-14")]
    [InlineData("2026-09", "quarterly", "company", "2026-12-14")]
    [InlineData("2025-04", "quarterly", "individual", "2025-09-10")]
    [InlineData("2025-09", "quarterly", "company", "2025-12-15")]
    [InlineData("2026-11", "quarterly", "company", "2027-05-14")]
    // Older law.
    [InlineData("2024-06", "monthly", "company", "2024-10-10")]
    [InlineData("2024-07", "monthly", "company", "2024-11-14")]
    [InlineData("2024-01", "monthly", "company", "2024-04-30")]
    [InlineData("2019-05", "quarterly", "company", "2019-09-02")]
    [InlineData("2020-05", "quarterly", "company", "2020-08-31")]
    [InlineData("2013-01", "monthly", "company", "2013-04-30")]
    public void The_last_day_is(string period, string? preference, string? kind, string due) =>
        Assert.Equal(Day(due), DeadlineCalendar.DueOf(Of(preference, kind), Month(period))!.Due);

    [Fact]
    public void A_circular_moves_the_last_day_and_is_named()
    {
        var deadline = DeadlineCalendar.DueOf(Of("monthly", "company"), new Period(2021, 2))!;
        Assert.Equal(new DateOnly(2021, 6, 7), deadline.Due);
        Assert.Contains("VUK-135/2021-3", deadline.ExtendedBy, StringComparison.Ordinal);
        Assert.Equal(deadline.Due, DeadlineCalendar.DueOf(Of("quarterly", "company"), new Period(2021, 1))!.Due);
    }

    [Fact]
    public void A_fiscal_year_of_its_own_counts_its_own_quarters_and_its_own_end()
    {
        var company = Of("quarterly", "company") with { FiscalYears = [new FiscalYear { Start = new DateOnly(2025, 7, 1), End = new DateOnly(2026, 6, 30) }] };
        Assert.Equal(new DateOnly(2025, 12, 15), DeadlineCalendar.DueOf(company, new Period(2025, 8))!.Due);
        Assert.Equal(new DateOnly(2026, 11, 16), DeadlineCalendar.DueOf(company, new Period(2026, 6))!.Due);
        Assert.Equal(new DateOnly(2026, 11, 16), DeadlineCalendar.DueOf(company with { UploadPreference = "monthly" }, new Period(2026, 6))!.Due);
        // A person's profit of that year is declared in March of the year after it closed (GVK 43): the books follow in April.
        Assert.Equal(new DateOnly(2027, 4, 12), DeadlineCalendar.DueOf(company with { TaxpayerKind = "individual" }, new Period(2026, 6))!.Due);
    }

    [Fact]
    public void A_tax_number_of_eleven_digits_is_a_person_unless_the_company_says_otherwise()
    {
        Assert.True(DeadlineCalendar.IsIndividual(Of(null, null) with { TaxId = "10000000146" }));
        Assert.False(DeadlineCalendar.IsIndividual(Of(null, null)));
        Assert.False(DeadlineCalendar.IsIndividual(Of(null, "company") with { TaxId = "10000000146" }));
    }

    [Fact]
    public void There_is_none_without_e_Defter_or_outside_every_fiscal_year()
    {
        Assert.Null(DeadlineCalendar.DueOf(Of("monthly", "company") with { EDefter = false }, new Period(2025, 1)));
        Assert.Null(DeadlineCalendar.DueOf(Of("monthly", "company"), new Period(2040, 1)));
    }

    [Fact]
    public void Every_last_day_is_a_workday_after_the_month()
    {
        foreach (var preference in (string[])["monthly", "quarterly"])
        {
            foreach (var kind in (string[])["company", "individual"])
            {
                for (var period = new Period(2012, 1); period < new Period(2027, 1); period = period.Next)
                {
                    var deadline = DeadlineCalendar.DueOf(Of(preference, kind), period)!;
                    Assert.True(Holidays.IsWorkday(deadline.Due) && deadline.Due > period.LastDay && deadline.Due < period.LastDay.AddMonths(9), $"{period}: {deadline.Due}");
                }
            }
        }
    }

    private static Company Of(string? preference, string? kind) => new()
    {
        Id = "deneme",
        TaxId = "4540536920",
        UploadPreference = preference,
        TaxpayerKind = kind,
        FiscalYears = [.. Enumerable.Range(2012, 16).Select(year => new FiscalYear { Start = new DateOnly(year, 1, 1), End = new DateOnly(year, 12, 31) })],
    };

    private static Period Month(string text) => Period.TryParse(text, out var period) ? period : throw new FormatException(text);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
