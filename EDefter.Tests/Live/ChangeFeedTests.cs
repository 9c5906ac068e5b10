using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The feed for the ERP: every act on every voucher once, in order, as often as asked, until it says that it has it.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class ChangeFeedTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";
    private const string January = "2025-01";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_act_on_every_voucher_is_told_once_and_stays_as_it_was()
    {
        using var book = await OpenAsync();
        var run = await RepairAsync(book);
        await book.ActAsync(book.Month(January, $"/repairs/{run}/undo"), new { by = "Mehmet Öz" });
        await RepairAsync(book);
        await NumberAsync(book, January);
        await book.ActAsync(book.Month(January, "/numbers/undo"), new { by = Person });
        await book.PostVouchersAsync(LiveBook.Voucher("0", "2025-01-09"));
        await NumberAsync(book, January);

        var items = await ReadAllAsync(book, limit: 1000);
        Assert.Equal(
            [
                "repair 1", "repair 2", "undo 1", "undo 2", "repair 1", "repair 2",
                "number 1 1 1/2", "number 2 2 3/2", "number 3 3 5/2",
                "unnumber 1 1 1/2", "unnumber 2 2 3/2", "unnumber 3 3 5/2",
                "number 0 1 1/2", "number 1 2 3/2", "number 2 3 5/2", "number 3 4 7/2",
            ],
            items.Select(Shown));
        Assert.All(items, item => Assert.Equal(January, item.GetProperty("period").GetString()));
        var sequences = items.Select(item => item.GetProperty("seq").GetInt64()).ToList();
        Assert.Equal(sequences.Order().Distinct(), sequences);
        Assert.All(sequences, sequence => Assert.InRange(sequence, 1, (1L << 53) - 1));

        var repair = items[0];
        Assert.Equal((run, Person), (repair.GetProperty("run").GetString(), repair.GetProperty("by").GetString()));
        Assert.Equal("FIS010 enteredBy \"\" \"MUHASEBE SERVİSİ\"", ChangeOf(repair));
        Assert.Equal("FIS010 enteredBy \"MUHASEBE SERVİSİ\" \"\"", ChangeOf(items[2]));

        // In pages of any size, again and again, the very same.
        var whole = items.Select(item => item.GetRawText()).ToList();
        foreach (var limit in (int[])[1, 2, 3, 7])
            Assert.Equal(whole, (await ReadAllAsync(book, limit)).Select(item => item.GetRawText()));
    }

    [Fact]
    public async Task What_comes_later_is_found_from_the_last_cursor()
    {
        using var book = await OpenAsync();
        var empty = await LiveBook.GetAsync(book.Erp, $"{book.BookPath}/changes");
        Assert.Equal((0, false), (empty.GetProperty("items").GetArrayLength(), empty.GetProperty("more").GetBoolean()));
        await RepairAsync(book);
        var first = await PageAsync(book, empty.GetProperty("next").GetString());
        Assert.Equal(["repair 1", "repair 2"], ItemsOf(first).Select(Shown));
        await NumberAsync(book, January);
        await NumberAsync(book, "2025-02");
        var second = await PageAsync(book, first.GetProperty("next").GetString());
        Assert.Equal(["number 1 1 1/2", "number 2 2 3/2", "number 3 3 5/2", "number f 4 7/2"], ItemsOf(second).Select(Shown));
        Assert.Empty(ItemsOf(await PageAsync(book, second.GetProperty("next").GetString())));
    }

    [Fact]
    public async Task A_change_comes_again_until_it_is_acknowledged()
    {
        using var book = await OpenAsync();
        await RepairAsync(book);
        await NumberAsync(book, January);
        var page = await PageAsync(book, after: null, limit: 3);
        Assert.Equal(["repair 1", "repair 2", "number 1 1 1/2"], ItemsOf(page).Select(Shown));
        Assert.Equal(page.GetRawText(), (await PageAsync(book, after: null, limit: 3)).GetRawText());

        // Up to a change.
        await AckAsync(book, new { upTo = ItemsOf(page)[1].GetProperty("seq").GetInt64() });
        var rest = ItemsOf(await PageAsync(book, after: null));
        Assert.Equal(["number 1 1 1/2", "number 2 2 3/2", "number 3 3 5/2"], rest.Select(Shown));

        // Change by change: what failed comes again, with the ERP's own words.
        await AckAsync(book, new { items = new object[] { new { seq = Seq(rest[0]) }, new { seq = Seq(rest[1]), ok = false, note = "Fiş kilitli" } } });
        var left = ItemsOf(await PageAsync(book, after: null));
        Assert.Equal(["number 2 2 3/2", "number 3 3 5/2"], left.Select(Shown));
        Assert.Equal((false, "Fiş kilitli"), (left[0].GetProperty("acknowledged").GetProperty("ok").GetBoolean(), left[0].GetProperty("acknowledged").GetProperty("note").GetString()));

        // Everything, but what failed stays until it succeeds.
        await AckAsync(book, new { upTo = (await PageAsync(book, after: null)).GetProperty("next").GetString() });
        Assert.Equal(["number 2 2 3/2"], ItemsOf(await PageAsync(book, after: null)).Select(Shown));
        await AckAsync(book, new { items = new object[] { new { seq = Seq(rest[1]), ok = true } } });
        Assert.Empty(ItemsOf(await PageAsync(book, after: null)));

        // Asked by cursor, the feed is whole, and says what is acknowledged.
        var all = await ReadAllAsync(book, limit: 2);
        Assert.Equal(5, all.Count);
        Assert.All(all, item => Assert.True(item.GetProperty("acknowledged").GetProperty("ok").GetBoolean()));
        // It never goes back.
        await AckAsync(book, new { upTo = Seq(all[0]) });
        Assert.Empty(ItemsOf(await PageAsync(book, after: null)));
    }

    [Fact]
    public async Task A_book_of_two_fiscal_years_loses_nothing_of_the_older_one()
    {
        using var book = await OpenAsync();
        await NumberAsync(book, January);
        await book.PutCompanyAsync(company => company["fiscalYear"] = new System.Text.Json.Nodes.JsonObject { ["start"] = "2026-01-01", ["end"] = "2026-12-31" });
        await book.PostVouchersAsync(LiveBook.Voucher("n", "2026-01-05"));
        await NumberAsync(book, "2026-01");
        var page = await PageAsync(book, after: null);
        Assert.Equal(["number 1 1 1/2", "number 2 2 3/2", "number 3 3 5/2", "number n 1 1/2"], ItemsOf(page).Select(Shown));
        // The older year moves after the younger one was read: the cursor knows both.
        await NumberAsync(book, "2025-02");
        var cursor = page.GetProperty("next").GetString();
        Assert.Equal(["number f 4 7/2"], ItemsOf(await PageAsync(book, cursor)).Select(Shown));
        await AckAsync(book, new { upTo = cursor });
        Assert.Equal(["number f 4 7/2"], ItemsOf(await PageAsync(book, after: null)).Select(Shown));
    }

    [Fact]
    public async Task Names_in_the_chart_and_single_changes_are_told_too()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal).Replace(", \"mainAccountName\": \"BANKALAR\"", string.Empty, StringComparison.Ordinal));
        var run = await RepairAsync(book);
        var items = await ReadAllAsync(book, limit: 10);
        Assert.Equal(["repair", "repair 1"], items.Select(Shown));
        Assert.StartsWith("HES005 accounts[102].name", ChangeOf(items[0]), StringComparison.Ordinal);

        var plan = await book.GetAsync(book.Month(January, "/repairs/" + run));
        var ofVoucher = plan.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("rule").GetString() == "FIS010").GetProperty("n").GetInt32();
        await book.ActAsync(book.Month(January, $"/repairs/{run}/undo"), new { by = Person, changes = new[] { ofVoucher } });
        await book.ActAsync(book.Month(January, $"/repairs/{run}/undo"), new { by = Person });
        var all = await ReadAllAsync(book, limit: 10);
        Assert.Equal(["repair", "repair 1", "undo 1", "undo"], all.Select(Shown));
    }

    [Theory]
    [InlineData("yarın")]
    [InlineData("2025")]
    [InlineData("20250101.1.z")]
    [InlineData("20250101.1.1~20250101.1.1")]
    public async Task A_cursor_that_nobody_gave_is_refused(string cursor)
    {
        using var book = await OpenAsync();
        await LiveBook.RefusedAsync(await book.Erp.GetAsync(new Uri($"{book.BookPath}/changes?after={Uri.EscapeDataString(cursor)}", UriKind.Relative), Cancellation), HttpStatusCode.UnprocessableEntity, "invalid-cursor");
    }

    [Theory]
    [InlineData("""{ "upTo": 17 }""", "invalid-cursor")]
    [InlineData("""{ "upTo": "20250101.99.x" }""", "invalid-cursor")]
    [InlineData("""{ "items": [ { "seq": 1 } ] }""", "invalid-cursor")]
    [InlineData("{}", "unreadable")]
    public async Task What_nobody_was_told_cannot_be_acknowledged(string body, string type)
    {
        using var book = await OpenAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await LiveBook.RefusedAsync(await book.Erp.PostAsync(new Uri($"{book.BookPath}/changes/ack", UriKind.Relative), content, Cancellation), HttpStatusCode.UnprocessableEntity, type);
    }

    // January: two vouchers that FIS010 mends and a clean one; February: one.
    private async Task<LiveBook> OpenAsync()
    {
        var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{Unsigned("1", "2025-01-10")},{Unsigned("2", "2025-01-10")},{LiveBook.Voucher("3", "2025-01-11")},{LiveBook.Voucher("f", "2025-02-11")}]");
        return book;
    }

    private static string Unsigned(string id, string date) => LiveBook.Voucher(id, date).Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal);

    private static async Task<string> RepairAsync(LiveBook book)
    {
        var run = (await book.ActAsync(book.Month(January, "/repairs"))).GetProperty("run").GetString()!;
        await book.ActAsync(book.Month(January, $"/repairs/{run}/apply"), new { by = Person, accept = "all" });
        return run;
    }

    // Who numbers a month with faults has them mended first.
    private static async Task NumberAsync(LiveBook book, string period)
    {
        var check = await book.ActAsync(book.Month(period, "/check"));
        if (check.GetProperty("counts").GetProperty("error").GetInt32() > 0)
            await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-01-10")}]");
        await book.ActAsync(book.Month(period, "/numbers"), new { by = Person });
    }

    private static async Task AckAsync(LiveBook book, object body) =>
        await LiveBook.ReadAsync(await book.Erp.PostAsJsonAsync($"{book.BookPath}/changes/ack", body, Cancellation), HttpStatusCode.OK);

    private static Task<JsonElement> PageAsync(LiveBook book, string? after, int limit = 1000) => LiveBook.GetAsync(book.Erp, $"{book.BookPath}/changes?limit={limit}&after={Uri.EscapeDataString(after ?? string.Empty)}");

    // From the very beginning, acknowledged or not.
    private static async Task<List<JsonElement>> ReadAllAsync(LiveBook book, int limit)
    {
        var items = new List<JsonElement>();
        var cursor = "20250101.0.x";
        while (true)
        {
            var page = await PageAsync(book, cursor, limit);
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 0, limit);
            items.AddRange(ItemsOf(page));
            cursor = page.GetProperty("next").GetString()!;
            if (!page.GetProperty("more").GetBoolean())
                return items;
        }
    }

    private static List<JsonElement> ItemsOf(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    private static long Seq(JsonElement item) => item.GetProperty("seq").GetInt64();

    private static string Shown(JsonElement item)
    {
        var kind = item.GetProperty("kind").GetString();
        var voucher = item.TryGetProperty("voucherId", out var id) ? " " + id.GetString() : string.Empty;
        return item.TryGetProperty("number", out var number) ? $"{kind}{voucher} {number.GetInt64()} {item.GetProperty("firstLine").GetInt64()}/{item.GetProperty("lines").GetInt32()}" : kind + voucher;
    }

    private static string ChangeOf(JsonElement item)
    {
        var change = item.GetProperty("changes").EnumerateArray().Single();
        return $"{change.GetProperty("rule").GetString()} {change.GetProperty("field").GetString()} {Raw(change, "before")} {Raw(change, "after")}";
    }

    private static string Raw(JsonElement change, string name) => change.TryGetProperty(name, out var value) ? $"\"{value.GetString()}\"" : "–";
}
