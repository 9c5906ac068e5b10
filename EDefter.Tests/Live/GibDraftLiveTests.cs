using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Drafts over HTTP: how parts are counted through the year, which date they carry, what verifying says, and that no month is archived by one.</summary>
public sealed class GibDraftLiveTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    private const string By = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_are_counted_through_the_year_by_the_drafts_of_its_months()
    {
        using var book = await NumberedAsync("2025-04-10", "2025-01-09", "2025-01-20", "2025-02-05", "2025-04-01");
        var unknown = await book.RefusedActAsync(book.Month("2025-02", "/archives"), new { by = By, profile = "gib-draft" }, HttpStatusCode.Conflict, "parts-unknown");
        Assert.Equal("2025-01", Text(unknown, "unknown"));
        Assert.Equal((1, 2), Series(await DraftAsync(book, "2025-01", new { lastDaysOfParts = "15" })));
        Assert.Equal((3, 1), Series(await DraftAsync(book, "2025-02")));
        // A month without entries has no part.
        app.Clock.MoveTo(At("2025-05-02"));
        Assert.Equal((4, 1), Series(await DraftAsync(book, "2025-04")));
        // A year that another program began: whoever knows the number says it.
        Assert.Equal((8, 1), Series(await DraftAsync(book, "2025-02", new { firstSeries = "8" })));
        Assert.Equal((9, 1), Series(await DraftAsync(book, "2025-04")));

        var renumbered = new[] { "2025-04", "2025-03", "2025-02", "2025-01" };
        foreach (var month in renumbered)
            await book.ActAsync(book.Month(month, "/numbers/undo"), new { by = By });
        await book.PostVouchersAsync($"[{LiveBook.Voucher("99", "2025-01-31")}]");
        foreach (var month in renumbered.Reverse())
            await book.ActAsync(book.Month(month, "/numbers"), new { by = By });
        await book.RefusedActAsync(book.Month("2025-02", "/archives"), new { by = By, profile = "gib-draft" }, HttpStatusCode.Conflict, "parts-unknown");
    }

    [Fact]
    public async Task The_creation_date_is_kept_with_the_draft_and_the_month_is_not_archived_by_it()
    {
        using var book = await NumberedAsync("2025-02-07", "2025-01-09");
        var first = await DraftAsync(book, "2025-01");
        app.Clock.MoveTo(At("2025-03-03"));
        var again = await DraftAsync(book, "2025-01");
        Assert.Equal((Text(first, "id"), "2025-02-07"), (Text(again, "id"), Text(again.GetProperty("draft"), "creationDate")));
        Assert.NotEqual(Text(first, "id"), Text(await DraftAsync(book, "2025-01", new { creationDate = "2025-03-01" }), "id"));
        foreach (var outside in new[] { "2025-01-30", "2025-03-04" })
            Assert.Equal("creationDate", Text(await book.RefusedActAsync(book.Month("2025-01", "/archives"), new { by = By, profile = "gib-draft", parameters = new { creationDate = outside } }, HttpStatusCode.UnprocessableEntity, "invalid-draft"), "member"));
        Assert.Equal("partMegabytes", Text(await book.RefusedActAsync(book.Month("2025-01", "/archives"), new { by = By, profile = "gib-draft", parameters = new { partMegabytes = "0" } }, HttpStatusCode.UnprocessableEntity, "invalid-draft"), "member"));

        Assert.Equal("numbered", Text(await book.GetAsync(book.Month("2025-01")), "state"));
        await book.RefusedActAsync(book.Month("2025-01", "/filed"), new { by = By }, HttpStatusCode.Conflict, "not-archived");
        Assert.All((await book.GetAsync(book.Month("2025-01", "/archives"))).EnumerateArray(), one => Assert.False(one.GetProperty("draft").GetProperty("signed").GetBoolean()));
    }

    [Fact]
    public async Task A_month_that_has_not_ended_has_no_documents()
    {
        using var book = await NumberedAsync("2025-02-07", "2025-01-09");
        app.Clock.MoveTo(At("2025-01-30"));
        await book.RefusedActAsync(book.Month("2025-01", "/archives"), new { by = By, profile = "gib-draft" }, HttpStatusCode.Conflict, "month-not-ended");
        await book.RefusedActAsync(book.Month("2025-01", "/profiles/preview"), new { profile = "gib-draft" }, HttpStatusCode.UnprocessableEntity, "no-preview");
    }

    [Fact]
    public async Task A_draft_is_verified_whole_or_by_the_document_that_was_altered()
    {
        using var book = await NumberedAsync("2025-02-07", "2025-01-09", "2025-01-20");
        var draft = await DraftAsync(book, "2025-01", new { lastDaysOfParts = "15" });
        // The link is good for an hour of the storage's own clock.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        draft = await book.GetAsync(book.Month("2025-01", "/archives/" + Text(draft, "id")));
        using var download = new HttpClient();
        var zip = await download.GetByteArrayAsync(new Uri(Text(draft, "url")!), Cancellation);
        Assert.Equal("intact", Text(await VerifyAsync(book, zip), "verdict"));

        var altered = Archives.Pack(Archives.Open(zip).Select(package => package.Name.Contains("-000002", StringComparison.Ordinal)
            ? (package.Name, Archives.Pack(Archives.Open(package.Content).Select(file => file.Name.Contains("-K-", StringComparison.Ordinal)
                ? (file.Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Content).Replace(">100.00<", ">900.00<", StringComparison.Ordinal)))
                : file)))
            : package));
        var verdict = await VerifyAsync(book, altered);
        Assert.Equal(("altered", Text(draft, "id")), (Text(verdict, "verdict"), Text(verdict, "archive")));
        Assert.All(verdict.GetProperty("differences").EnumerateArray(), one => Assert.EndsWith("-000002.zip/4540536920-202501-K-000002.xml", Text(one, "file"), StringComparison.Ordinal));
        Assert.Contains(verdict.GetProperty("differences").EnumerateArray(), one => (Text(one, "expected"), Text(one, "found")) == ("100.00", "900.00"));
    }

    private async Task<LiveBook> NumberedAsync(string today, params string[] dates)
    {
        app.Clock.MoveTo(At(today));
        var book = await LiveBook.OpenAsync(app.Address);
        await book.PostVouchersAsync($"[{string.Join(',', dates.Select((date, i) => LiveBook.Voucher($"{i + 1}", date)))}]");
        for (var month = 1; month <= int.Parse(dates.Max()!.AsSpan(5, 2), CultureInfo.InvariantCulture); month++)
            await book.ActAsync(book.Month(string.Create(CultureInfo.InvariantCulture, $"2025-{month:D2}"), "/numbers"), new { by = By });
        return book;
    }

    private static Task<JsonElement> DraftAsync(LiveBook book, string month, object? parameters = null) =>
        book.ActAsync(book.Month(month, "/archives"), new { by = By, profile = "gib-draft", parameters = parameters ?? new { } });

    private static (int First, int Parts) Series(JsonElement archive) => (archive.GetProperty("draft").GetProperty("firstSeries").GetInt32(), archive.GetProperty("draft").GetProperty("parts").GetInt32());

    private static DateTimeOffset At(string day) => new(DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.FromHours(3));

    private static async Task<JsonElement> VerifyAsync(LiveBook book, byte[] upload) =>
        await LiveBook.ReadAsync(await book.Integrator.PostAsync(new Uri("/api/archives/verify", UriKind.Relative), new ByteArrayContent(upload), Cancellation), HttpStatusCode.OK);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
