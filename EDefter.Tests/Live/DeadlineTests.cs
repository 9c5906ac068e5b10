using System.Net;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The last days of a company over HTTP: as a list, in the months, and as a calendar that programs subscribe to.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class DeadlineTests(LiveApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_months_say_their_last_days_as_the_list_does()
    {
        using var book = await LiveBook.OpenAsync(app);
        var list = (await LiveBook.GetAsync(book.Accountant, $"/api/companies/{book.Company}/deadlines?year=2025")).EnumerateArray().ToList();
        var months = (await LiveBook.GetAsync(book.Accountant, $"{book.BookPath}/periods?year=2025")).EnumerateArray().ToList();
        Assert.Equal(12, list.Count);
        Assert.Equal(list.Select(Plain), months.Select(month => Plain(month.GetProperty("deadline"))));
        Assert.Equal(("2025-01", "2025-05-14"), (list[0].GetProperty("period").GetString(), list[0].GetProperty("due").GetString()));
        var left = list[0].GetProperty("daysLeft").GetInt32() - list[1].GetProperty("daysLeft").GetInt32();
        Assert.Equal(new DateOnly(2025, 5, 14).DayNumber - DateOnly.Parse(list[1].GetProperty("due").GetString()!, System.Globalization.CultureInfo.InvariantCulture).DayNumber, left);
    }

    [Fact]
    public async Task A_company_without_e_Defter_has_no_last_days()
    {
        using var book = await LiveBook.OpenAsync(app, static company => company["eDefter"] = false);
        Assert.Empty((await LiveBook.GetAsync(book.Accountant, $"/api/companies/{book.Company}/deadlines")).EnumerateArray());
        Assert.False((await LiveBook.GetAsync(book.Accountant, book.Month("2025-01"))).TryGetProperty("deadline", out _));
    }

    [Fact]
    public async Task A_year_that_the_company_does_not_have_is_refused()
    {
        using var book = await LiveBook.OpenAsync(app);
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri($"/api/companies/{book.Company}/deadlines?year=1999", UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "unknown-year");
    }

    [Fact]
    public async Task A_calendar_shows_months_that_share_a_last_day_once()
    {
        using var book = await LiveBook.OpenAsync(app, static company => company["uploadPreference"] = "quarterly");
        using var nobody = book.ClientFor(key: null);
        var feed = new Uri($"/api/companies/{book.Company}/deadlines.ics?key={await book.IssueAsync("calendar")}", UriKind.Relative);
        using var answer = await nobody.GetAsync(feed, Cancellation);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var events = Ical.Net.Calendar.Load(await answer.Content.ReadAsStringAsync(Cancellation))!.Events.OrderBy(entry => entry.Start!.Value).ToList();
        Assert.Equal(
            [
                ("e-Defter son günü: Ocak 2025, Şubat 2025, Mart 2025", new DateOnly(2025, 6, 23)),
                ("e-Defter son günü: Nisan 2025, Mayıs 2025, Haziran 2025", new DateOnly(2025, 9, 15)),
                ("e-Defter son günü: Temmuz 2025, Ağustos 2025, Eylül 2025", new DateOnly(2025, 12, 15)),
                ("e-Defter son günü: Ekim 2025, Kasım 2025, Aralık 2025", new DateOnly(2026, 6, 15)),
            ],
            events.Select(entry => (entry.Summary!, entry.Start!.Date)));
        Assert.Equal(events.Count, events.Select(entry => entry.Uid).Distinct().Count());
        Assert.All(events, entry => Assert.True(entry.IsAllDay && entry.Alarms.Count == 1));
    }

    [Fact]
    public async Task Only_the_key_of_a_calendar_may_stand_in_an_address()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var nobody = book.ClientFor(key: null);
        foreach (var role in new[] { "erp", "accountant", "integrator" })
            await LiveBook.RefusedAsync(await nobody.GetAsync(new Uri($"/api/companies/{book.Company}/deadlines.ics?key={await book.IssueAsync(role)}", UriKind.Relative), Cancellation), HttpStatusCode.Unauthorized, "unauthenticated");
        await LiveBook.RefusedAsync(await nobody.GetAsync(new Uri($"/api/companies/{book.Company}?key={await book.IssueAsync("calendar")}", UriKind.Relative), Cancellation), HttpStatusCode.Forbidden, "not-allowed");
    }

    private static (string?, string?, int) Plain(JsonElement deadline) =>
        (deadline.GetProperty("period").GetString(), deadline.GetProperty("due").GetString(), deadline.GetProperty("daysLeft").GetInt32());
}
