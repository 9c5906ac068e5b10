using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>What becomes of vouchers that come in, once, twice, changed, moved, undated, deleted.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class ReceivingTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Received_is_stored_and_unchanged_and_rejected()
    {
        using var book = await LiveBook.OpenAsync(app);
        await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"), LiveBook.Voucher("2", "2025-01-11"));
        var answer = await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"), LiveBook.Voucher("2", "2025-01-11", "200.00"), LiveBook.Voucher("3", "2025-01-12"), """{ "number": "kimliksiz" }""");
        AssertCounts(answer, received: 4, stored: 2, unchanged: 1, rejected: 1);
        Assert.Equal(("2025-01", 2), (answer.GetProperty("periods")[0].GetProperty("period").GetString(), answer.GetProperty("periods")[0].GetProperty("revision").GetInt32()));
        Assert.Equal(3, (await book.GetAsync(book.Month("2025-01"))).GetProperty("vouchers").GetInt32());
    }

    [Fact]
    public async Task A_then_B_then_A_again_are_three_versions()
    {
        using var book = await LiveBook.OpenAsync(app);
        foreach (var amount in new[] { "100.00", "200.00", "100.00" })
            AssertCounts(await SendAsync(book, LiveBook.Voucher("1", "2025-01-10", amount)), received: 1, stored: 1, unchanged: 0, rejected: 0);
        AssertCounts(await SendAsync(book, LiveBook.Voucher("1", "2025-01-10")), received: 1, stored: 0, unchanged: 1, rejected: 0);
        var versions = await book.GetAsync($"{book.BookPath}/vouchers/1/versions");
        Assert.Equal(["100.00", "200.00", "100.00"], versions.EnumerateArray().Select(version => version.GetProperty("voucher").GetProperty("lines")[0].GetProperty("debit").GetRawText()));
        Assert.Equal(["vouchers", "vouchers", "vouchers"], versions.EnumerateArray().Select(version => version.GetProperty("kind").GetString()));
        Assert.Equal(1, (await book.GetAsync(book.Month("2025-01"))).GetProperty("vouchers").GetInt32());
    }

    [Fact]
    public async Task An_idempotency_key_gives_the_first_answer_again()
    {
        using var book = await LiveBook.OpenAsync(app);
        var first = await SendKeyedAsync(book, "gönderi-1", LiveBook.Voucher("1", "2025-01-10"));
        var again = await SendKeyedAsync(book, "gönderi-1", LiveBook.Voucher("1", "2025-01-10"));
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(1, (await book.GetAsync(book.Month("2025-01"))).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Of_the_same_id_twice_in_one_request_the_last_wins()
    {
        using var book = await LiveBook.OpenAsync(app);
        var answer = await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"), LiveBook.Voucher("1", "2025-01-11", "300.00"));
        Assert.Equal(2, answer.GetProperty("received").GetInt32());
        Assert.Equal(2, answer.GetProperty("stored").GetInt32() + answer.GetProperty("unchanged").GetInt32());
        Assert.Equal("2025-01-11", (await book.GetAsync($"{book.BookPath}/vouchers/1")).GetProperty("date").GetString());
        Assert.Equal(1, (await book.GetAsync(book.Month("2025-01"))).GetProperty("vouchers").GetInt32());
    }

    [Fact]
    public async Task A_sealed_month_rejects_what_differs_and_takes_what_does_not()
    {
        using var book = await LiveBook.OpenAsync(app);
        await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"));
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = Person });
        var answer = await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"), LiveBook.Voucher("2", "2025-01-10"), LiveBook.Voucher("3", "2025-02-10"));
        AssertCounts(answer, received: 3, stored: 1, unchanged: 1, rejected: 1);
        Assert.Equal(("2", "month-sealed"), (answer.GetProperty("rejected")[0].GetProperty("id").GetString(), answer.GetProperty("rejected")[0].GetProperty("code").GetString()));
        Assert.Contains("Ocak 2025", answer.GetProperty("rejected")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
        AssertCounts(await SendAsync(book, LiveBook.Voucher("1", "2025-02-10")), received: 1, stored: 0, unchanged: 0, rejected: 1);
        await LiveBook.RefusedAsync(await book.Erp.DeleteAsync(new Uri($"{book.BookPath}/vouchers/1", UriKind.Relative), Cancellation), HttpStatusCode.Conflict, "month-sealed");
        await book.RefusedActAsync(book.Month("2025-01", "/repairs"), body: null, HttpStatusCode.Conflict, "month-sealed");
        Assert.Equal("2025-01-10", (await book.GetAsync($"{book.BookPath}/vouchers/1")).GetProperty("date").GetString());
    }

    [Fact]
    public async Task A_voucher_moves_to_the_month_of_its_new_date()
    {
        using var book = await LiveBook.OpenAsync(app);
        await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"), LiveBook.Voucher("2", "2025-01-10"));
        var answer = await SendAsync(book, LiveBook.Voucher("1", "2025-03-05"));
        Assert.Equal(["2025-01", "2025-03"], answer.GetProperty("periods").EnumerateArray().Select(period => period.GetProperty("period").GetString()).Order(StringComparer.Ordinal));
        var months = await book.GetAsync($"{book.BookPath}/periods");
        Assert.Equal((12, 1, 0, 1), (months.GetArrayLength(), VouchersOf(months, 0), VouchersOf(months, 1), VouchersOf(months, 2)));
    }

    [Fact]
    public async Task An_undated_voucher_shows_in_the_check_blocks_numbering_and_is_mended_by_sending_it_again()
    {
        using var book = await LiveBook.OpenAsync(app);
        var answer = await SendAsync(book, LiveBook.Voucher("1", "2025-01-10").Replace("\"date\": \"2025-01-10\", \"kind\"", "\"date\": \"belirsiz\", \"kind\"", StringComparison.Ordinal));
        Assert.Equal(1, answer.GetProperty("undated").GetInt32());
        var report = await CheckAsync(book, "2025-01");
        Assert.Contains(report.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "TAR003" && finding.GetProperty("voucherId").GetString() == "1");
        await book.RefusedActAsync(book.Month("2025-01", "/numbers"), new { by = Person }, HttpStatusCode.Conflict, "standing-errors");
        await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"));
        Assert.Equal("clean", (await CheckAsync(book, "2025-01")).GetProperty("state").GetString());
        Assert.Equal(1, (await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = Person })).GetProperty("last").GetInt32());
    }

    [Fact]
    public async Task A_second_fiscal_year_takes_its_vouchers_out_of_the_drawer_and_numbers_them_from_one()
    {
        using var book = await LiveBook.OpenAsync(app);
        await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"), LiveBook.Voucher("2", "2026-01-15"));
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri(book.Month("2026-01"), UriKind.Relative), Cancellation), HttpStatusCode.UnprocessableEntity, "no-fiscal-year");
        await book.PutCompanyAsync(company => company["fiscalYear"] = new System.Text.Json.Nodes.JsonObject { ["start"] = "2026-01-01", ["end"] = "2026-12-31" });
        Assert.Equal(1, (await book.GetAsync(book.Month("2026-01"))).GetProperty("vouchers").GetInt32());
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = Person });
        var numbers = await book.ActAsync(book.Month("2026-01", "/numbers"), new { by = Person });
        Assert.Equal((1, 1), (numbers.GetProperty("first").GetInt32(), numbers.GetProperty("firstLine").GetInt32()));
        Assert.Equal(12, (await book.GetAsync($"{book.BookPath}/periods?year=2025")).GetArrayLength());
        Assert.Equal("2026-01", (await book.GetAsync($"{book.BookPath}/periods")).EnumerateArray().First().GetProperty("period").GetString());
    }

    [Fact]
    public async Task A_year_that_holds_vouchers_does_not_change()
    {
        using var book = await LiveBook.OpenAsync(app);
        await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"));
        var company = LiveBook.PlainCompany();
        company["fiscalYear"] = new System.Text.Json.Nodes.JsonObject { ["start"] = "2024-07-01", ["end"] = "2025-06-30" };
        await LiveBook.RefusedAsync(await book.Admin.PutAsJsonAsync($"/api/companies/{book.Company}", company, Cancellation), HttpStatusCode.UnprocessableEntity, "fiscal-year-overlaps");
    }

    [Fact]
    public async Task Branches_keep_their_own_books_and_numbers()
    {
        using var book = await LiveBook.OpenAsync(app, company => ((System.Text.Json.Nodes.JsonArray)company["branches"]!).Add(new System.Text.Json.Nodes.JsonObject { ["code"] = "0001", ["name"] = "Göcek" }));
        var branch = $"/api/companies/{book.Company}/0001";
        await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"), LiveBook.Voucher("2", "2025-01-11"));
        using var content = new StringContent(LiveBook.Voucher("1", "2025-01-12"), System.Text.Encoding.UTF8, "application/json");
        await LiveBook.ReadAsync(await book.Erp.PostAsync(new Uri($"{branch}/vouchers", UriKind.Relative), content, Cancellation), HttpStatusCode.OK);
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = Person });
        var numbers = await book.ActAsync($"{branch}/periods/2025-01/numbers", new { by = Person });
        Assert.Equal((1, 1), (numbers.GetProperty("first").GetInt32(), numbers.GetProperty("last").GetInt32()));
        Assert.Equal("2025-01-10", (await book.GetAsync($"{book.BookPath}/vouchers/1")).GetProperty("date").GetString());
    }

    [Fact]
    public async Task A_deleted_voucher_leaves_the_book_and_keeps_its_history()
    {
        using var book = await LiveBook.OpenAsync(app);
        await SendAsync(book, LiveBook.Voucher("1", "2025-01-10"), LiveBook.Voucher("2", "2025-01-10"));
        await LiveBook.ReadAsync(await book.Erp.DeleteAsync(new Uri($"{book.BookPath}/vouchers/1", UriKind.Relative), Cancellation), HttpStatusCode.OK);
        await book.GetAsync($"{book.BookPath}/vouchers/1", HttpStatusCode.NotFound);
        Assert.Equal(1, (await book.GetAsync(book.Month("2025-01"))).GetProperty("vouchers").GetInt32());
        var versions = await book.GetAsync($"{book.BookPath}/vouchers/1/versions");
        Assert.Equal(["vouchers", "deletion"], versions.EnumerateArray().Select(version => version.GetProperty("kind").GetString()));
        Assert.False(versions[1].TryGetProperty("voucher", out _));
        AssertCounts(await SendAsync(book, LiveBook.Voucher("1", "2025-01-10")), received: 1, stored: 1, unchanged: 0, rejected: 0);
        Assert.Equal(2, (await book.GetAsync(book.Month("2025-01"))).GetProperty("vouchers").GetInt32());
    }

    [Theory]
    [InlineData("FİŞ 2025 ığüşöç")]
    [InlineData("2025/0001")]
    [InlineData("a+b%c?d#e")]
    public async Task A_voucher_is_found_by_any_id_the_ERP_gives_it(string id)
    {
        using var book = await LiveBook.OpenAsync(app);
        await SendAsync(book, LiveBook.Voucher(id, "2025-01-10"));
        Assert.Equal(id, (await book.GetAsync($"{book.BookPath}/vouchers/{Uri.EscapeDataString(id)}")).GetProperty("id").GetString());
        await LiveBook.ReadAsync(await book.Erp.DeleteAsync(new Uri($"{book.BookPath}/vouchers/{Uri.EscapeDataString(id)}", UriKind.Relative), Cancellation), HttpStatusCode.OK);
    }

    [Fact]
    public async Task Vouchers_come_page_by_page_in_the_order_of_the_journal()
    {
        using var book = await LiveBook.OpenAsync(app);
        await SendAsync(book, [.. Enumerable.Range(1, 7).Reverse().Select(n => LiveBook.Voucher($"{n}", $"2025-01-{(n + 1) / 2:00}"))]);
        var seen = new List<string?>();
        string? next = $"{book.BookPath}/vouchers?p=2025-01&size=2";
        while (next is not null)
        {
            var page = await book.GetAsync(next);
            Assert.InRange(page.GetProperty("vouchers").GetArrayLength(), 1, 2);
            seen.AddRange(page.GetProperty("vouchers").EnumerateArray().Select(voucher => voucher.GetProperty("id").GetString()));
            next = page.TryGetProperty("next", out var path) ? path.GetString() : null;
        }

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], seen);
        Assert.Equal(2, (await book.GetAsync($"{book.BookPath}/vouchers?day=2025-01-02")).GetProperty("vouchers").GetArrayLength());
        Assert.Equal(0, (await book.GetAsync($"{book.BookPath}/vouchers?p=2025-01&state=cancelled")).GetProperty("vouchers").GetArrayLength());
    }

    private static int VouchersOf(JsonElement months, int index) => months[index].GetProperty("vouchers").GetInt32();

    private static Task<JsonElement> SendAsync(LiveBook book, params string[] vouchers) => book.PostVouchersAsync($"[{string.Join(',', vouchers)}]");

    private static async Task<JsonElement> SendKeyedAsync(LiveBook book, string key, string voucher)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{book.BookPath}/vouchers") { Content = new StringContent(voucher, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Uri.EscapeDataString(key));
        return await LiveBook.ReadAsync(await book.Erp.SendAsync(request, Cancellation), HttpStatusCode.OK);
    }

    private static async Task<JsonElement> CheckAsync(LiveBook book, string period)
    {
        await book.ActAsync(book.Month(period, "/check"));
        return await book.GetAsync(book.Month(period, "/report"));
    }

    private static void AssertCounts(JsonElement answer, int received, int stored, int unchanged, int rejected) =>
        Assert.Equal(
            (received, stored, unchanged, rejected),
            (answer.GetProperty("received").GetInt32(), answer.GetProperty("stored").GetInt32(), answer.GetProperty("unchanged").GetInt32(), answer.GetProperty("rejected").GetArrayLength()));
}
