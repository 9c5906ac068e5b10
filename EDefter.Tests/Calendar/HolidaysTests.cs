using System.Globalization;
using EDefter.Core.Calendar;
using Xunit;

namespace EDefter.Tests.Calendar;

public sealed class HolidaysTests
{
    [Theory]
    [InlineData("2025-01-01")]
    [InlineData("2025-03-30")]
    [InlineData("2025-04-01")]
    [InlineData("2025-06-06")]
    [InlineData("2025-06-09")]
    [InlineData("2017-07-15")]
    [InlineData("2012-08-21")]
    [InlineData("2027-05-19")]
    public void The_day_is_off(string day)
    {
        Assert.True(Holidays.IsHoliday(Day(day)));
        Assert.False(Holidays.IsWorkday(Day(day)));
        Assert.False(Holidays.IsHalfDay(Day(day)));
    }

    [Theory]
    [InlineData("2025-01-02")]
    [InlineData("2025-04-02")]
    [InlineData("2025-06-10")]
    [InlineData("2016-07-15")]
    public void The_day_is_an_ordinary_one(string day)
    {
        Assert.False(Holidays.IsHoliday(Day(day)));
        Assert.False(Holidays.IsHalfDay(Day(day)));
    }

    [Theory]
    [InlineData("2024-10-28")]
    [InlineData("2025-06-05")]
    [InlineData("2026-03-19")]
    public void Half_a_day_is_a_workday(string day)
    {
        Assert.True(Holidays.IsHalfDay(Day(day)));
        Assert.True(Holidays.IsWorkday(Day(day)));
        Assert.Equal(Day(day), Holidays.WorkdayFrom(Day(day)));
    }

    [Theory]
    [InlineData("2025-06-05", "2025-06-05")]
    [InlineData("2025-06-06", "2025-06-10")]
    [InlineData("2025-12-31", "2025-12-31")]
    [InlineData("2026-01-01", "2026-01-02")]
    [InlineData("2026-05-27", "2026-06-01")]
    public void What_ends_on_a_day_off_ends_on_the_next_workday(string day, string workday) => Assert.Equal(Day(workday), Holidays.WorkdayFrom(Day(day)));

    // The moon's year is 354 or 355 days long, and the feasts are 69 to 71 days apart: a slip of a key in the data breaks one or the other.
    [Fact]
    public void The_religious_holidays_follow_the_moon_in_every_year()
    {
        var ramazan = First(day => IsFeast(day) && !IsFeast(day.AddDays(-1)) && Length(day) == 3);
        var kurban = First(day => IsFeast(day) && !IsFeast(day.AddDays(-1)) && Length(day) > 3);
        Assert.Equal(Enumerable.Range(2012, Holidays.LastYear - 2012 + 1), ramazan.Select(day => day.Year));
        Assert.Equal(ramazan.Count, kurban.Count);
        for (var i = 0; i < ramazan.Count; i++)
        {
            Assert.InRange(kurban[i].DayNumber - ramazan[i].DayNumber, 66, 70);
            if (i > 0)
                Assert.InRange(ramazan[i].DayNumber - ramazan[i - 1].DayNumber, 353, 356);
        }
    }

    private static List<DateOnly> First(Func<DateOnly, bool> isMeant) =>
        [.. Enumerable.Range(0, (new DateOnly(Holidays.LastYear, 12, 31).DayNumber - new DateOnly(2012, 1, 1).DayNumber) + 1).Select(new DateOnly(2012, 1, 1).AddDays).Where(isMeant)];

    private static bool IsFeast(DateOnly day) => Holidays.IsHoliday(day) && !IsNational(day);

    private static bool IsNational(DateOnly day) => (day.Month, day.Day) is (1, 1) or (4, 23) or (5, 1) or (5, 19) or (8, 30) or (10, 29) || (day is { Month: 7, Day: 15 } && day.Year > 2016);

    private static int Length(DateOnly day)
    {
        var length = 0;
        while (Holidays.IsHoliday(day.AddDays(length)))
            length++;
        return length;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
