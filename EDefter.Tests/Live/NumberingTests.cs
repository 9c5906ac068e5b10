using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Numbers month by month: they go on, hang together in a chain, are taken back and given again the same.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class NumberingTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Numbers_go_on_from_month_to_month_and_come_back_the_same()
    {
        using var book = await LiveBook.OpenAsync(app);
        string[] vouchers = [.. Enumerable.Range(1, 5).Select(n => LiveBook.Voucher($"{n}", $"2025-01-{n:00}")), .. Enumerable.Range(6, 3).Select(n => LiveBook.Voucher($"{n}", $"2025-02-{n:00}"))];
        await book.PostVouchersAsync($"[{string.Join(',', vouchers.Reverse())}]");
        var preview = await book.ActAsync(book.Month("2025-01", "/numbers/preview"));
        Assert.False((await book.GetAsync(book.Month("2025-01"))).TryGetProperty("numbers", out _));
        var january = await NumberAsync(book, "2025-01");
        Assert.Equal(preview.GetRawText(), january.GetRawText());
        var february = await NumberAsync(book, "2025-02");
        Assert.Equal((1, 5, 1, 10), Range(january));
        Assert.Equal((6, 8, 11, 16), Range(february));
        Assert.Equal(january.GetProperty("chain").GetString(), february.GetProperty("previous").GetString());
        Assert.Equal("500.00", january.GetProperty("debit").GetRawText());
        Assert.Equal(await FeedAsync(book, "2025-02"), ["6 6 11 2", "7 7 13 2", "8 8 15 2"]);

        foreach (var period in new[] { "2025-02", "2025-01" })
            Assert.Equal("clean", (await book.ActAsync(book.Month(period, "/numbers/undo"), new { by = Person })).GetProperty("state").GetString());
        await book.GetAsync(book.Month("2025-01", "/numbers"), HttpStatusCode.Conflict);
        Assert.Equal(january.GetRawText(), (await NumberAsync(book, "2025-01")).GetRawText());
        Assert.Equal(february.GetRawText(), (await NumberAsync(book, "2025-02")).GetRawText());
    }

    [Fact]
    public async Task Numbering_again_by_the_same_person_finds_the_numbers_and_by_another_is_told()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        var first = await NumberAsync(book, "2025-01");
        Assert.Equal(first.GetRawText(), (await NumberAsync(book, "2025-01")).GetRawText());
        var refused = await book.RefusedActAsync(book.Month("2025-01", "/numbers"), new { by = "Mehmet Öz" }, HttpStatusCode.Conflict, "already-numbered");
        Assert.Contains(Person, refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_opening_voucher_comes_first_on_its_day_and_arrival_order_does_not_matter()
    {
        using var book = await LiveBook.OpenAsync(app);
        var opening = LiveBook.Voucher("zz", "2025-01-01").Replace("\"mahsup\"", "\"opening\"", StringComparison.Ordinal);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("10", "2025-01-01")},{LiveBook.Voucher("9", "2025-01-01")},{opening}]");
        await NumberAsync(book, "2025-01");
        Assert.Equal(["zz 1 1 2", "9 2 3 2", "10 3 5 2"], await FeedAsync(book, "2025-01"));
    }

    [Fact]
    public async Task A_mid_year_start_begins_at_one_in_its_month()
    {
        using var book = await LiveBook.OpenAsync(app, company => company["adoptionDate"] = "2025-07-01");
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-07-10")}]");
        Assert.Equal((1, 1, 1, 2), Range(await NumberAsync(book, "2025-07")));
    }

    [Fact]
    public async Task The_revision_is_the_ETag_and_an_act_on_an_older_one_is_refused()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        var seen = await ETagAsync(book);
        await book.PostVouchersAsync(LiveBook.Voucher("2", "2025-01-10"));
        var refused = await LiveBook.RefusedAsync(await SendIfMatchAsync(book, "/numbers?wait=25", seen), HttpStatusCode.PreconditionFailed, "revision-moved");
        Assert.Equal((1, 2), (refused.GetProperty("expected").GetInt32(), refused.GetProperty("revision").GetInt32()));
        await LiveBook.ReadAsync(await SendIfMatchAsync(book, "/numbers?wait=25", await ETagAsync(book)), HttpStatusCode.OK);
        await LiveBook.RefusedAsync(await SendIfMatchAsync(book, "/numbers/undo", seen), HttpStatusCode.PreconditionFailed, "revision-moved");
        await LiveBook.ReadAsync(await SendIfMatchAsync(book, "/numbers/undo", "*"), HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_filed_month_opens_again_only_with_a_reason_and_a_name()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        await NumberAsync(book, "2025-01");
        await book.RefusedActAsync(book.Month("2025-01", "/filed"), new { by = Person }, HttpStatusCode.Conflict, "not-archived");
        await book.ActAsync(book.Month("2025-01", "/archives"), new { by = Person, profile = "izibiz" });
        var filed = await book.ActAsync(book.Month("2025-01", "/filed"), new { by = Person, reference = "REF-1" });
        var month = await book.GetAsync(book.Month("2025-01"));
        Assert.Equal(month.GetRawText(), filed.GetRawText());
        Assert.Equal(("filed", Person, "REF-1"), (month.GetProperty("state").GetString(), month.GetProperty("filed").GetProperty("by").GetString(), month.GetProperty("filed").GetProperty("reference").GetString()));
        var rejected = await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10", "999.00"));
        Assert.Contains("beratı", rejected.GetProperty("rejected")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);

        var opened = await book.ActAsync(book.Month("2025-01", "/filed/revoke"), new { by = Person, reason = "GİB’de silindi" });
        Assert.Equal("archived", opened.GetProperty("state").GetString());
        Assert.Equal((await book.GetAsync(book.Month("2025-01"))).GetRawText(), opened.GetRawText());
        await book.ActAsync(book.Month("2025-01", "/numbers/undo"), new { by = Person });
        await book.RefusedActAsync(book.Month("2025-01", "/filed/revoke"), new { by = Person, reason = "yeniden" }, HttpStatusCode.Conflict, "not-filed");
    }

    private static Task<JsonElement> NumberAsync(LiveBook book, string period) => book.ActAsync(book.Month(period, "/numbers"), new { by = Person });

    private static (int First, int Last, int FirstLine, int LastLine) Range(JsonElement numbers) =>
        (numbers.GetProperty("first").GetInt32(), numbers.GetProperty("last").GetInt32(), numbers.GetProperty("firstLine").GetInt32(), numbers.GetProperty("lastLine").GetInt32());

    private static async Task<IEnumerable<string>> FeedAsync(LiveBook book, string period)
    {
        var feed = await book.Erp.GetStringAsync(new Uri(book.Month(period, "/numbers"), UriKind.Relative), Cancellation);
        return feed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Select(item => $"{item.GetProperty("voucherId").GetString()} {item.GetProperty("number")} {item.GetProperty("firstLine")} {item.GetProperty("lines")}");
    }

    private static async Task<string> ETagAsync(LiveBook book)
    {
        using var response = await book.Accountant.GetAsync(new Uri(book.Month("2025-01"), UriKind.Relative), Cancellation);
        Assert.False(response.Headers.ETag!.IsWeak);
        return response.Headers.ETag.Tag;
    }

    private static async Task<HttpResponseMessage> SendIfMatchAsync(LiveBook book, string act, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, book.Month("2025-01", act)) { Content = JsonContent.Create(new { by = Person }) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await book.Accountant.SendAsync(request, Cancellation);
    }
}
