using System.Globalization;
using System.Net;
using System.Text.Json;
using EDefter.Tests.Live;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>Runs of Muhasebe Bakım over their whole life: very large, about the chart alone, applied twice, and across months.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class RepairRunTests(LiveApp app)
{
    private const string By = "Ayşe Yılmaz";

    [Fact]
    public async Task A_run_of_many_thousand_changes_is_applied_and_undone()
    {
        using var book = await LiveBook.OpenAsync(app);
        // An ERP with columns of fixed width leaves blanks behind every text.
        var vouchers = Enumerable.Range(1, 8).Select(n => WithLines(n.ToString(CultureInfo.InvariantCulture), lines: 2000));
        await book.PostVouchersAsync($"[{string.Join(',', vouchers)}]");
        var plan = await PlanAsync(book, "2025-01");
        var changes = plan.GetProperty("changeCount").GetInt32();
        Assert.True(changes >= 16_000);

        var run = plan.GetProperty("run").GetString()!;
        var applied = await DoAsync(book, book.Month("2025-01", $"/repairs/{run}/apply"), new { by = By, accept = "all" });
        Assert.Equal(changes, applied.GetProperty("applied").GetInt32());
        Assert.Equal("satır", await DescriptionAsync(book, "1"));
        var standing = await book.GetAsync(book.Month("2025-01", $"/repairs/{run}"));
        Assert.Equal(changes, standing.GetProperty("standing").GetArrayLength());

        await DoAsync(book, book.Month("2025-01", $"/repairs/{run}/undo"), new { by = By });
        Assert.Equal("satır  ", await DescriptionAsync(book, "1"));
    }

    [Fact]
    public async Task A_name_given_to_an_account_and_taken_back_can_be_given_again()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace("\"mainAccountName\": \"ALICILAR\", ", string.Empty, StringComparison.Ordinal));
        var first = await PlanAsync(book, "2025-01");
        Assert.Equal("HES005", Assert.Single(first.GetProperty("changes").EnumerateArray()).GetProperty("rule").GetString());
        await DoAsync(book, book.Month("2025-01", $"/repairs/{Run(first)}/apply"), new { by = By, accept = "all" });
        await DoAsync(book, book.Month("2025-01", $"/repairs/{Run(first)}/undo"), new { by = By });

        var second = await PlanAsync(book, "2025-01");
        var applied = await DoAsync(book, book.Month("2025-01", $"/repairs/{Run(second)}/apply"), new { by = By, accept = "all" });

        Assert.Equal(1, applied.GetProperty("applied").GetInt32());
        Assert.Equal(0, applied.GetProperty("remaining").GetProperty("error").GetInt32());
    }

    [Fact]
    public async Task Applying_a_run_moves_the_month_even_when_only_the_chart_changes()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace("\"mainAccountName\": \"ALICILAR\", ", string.Empty, StringComparison.Ordinal));
        var plan = await PlanAsync(book, "2025-01");

        var applied = await DoAsync(book, book.Month("2025-01", $"/repairs/{Run(plan)}/apply"), new { by = By, accept = "all" });

        Assert.True(applied.GetProperty("revision").GetInt64() > plan.GetProperty("revision").GetInt64());
    }

    [Fact]
    public async Task A_run_that_was_taken_back_says_so_when_it_is_applied_again()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal));
        var run = Run(await PlanAsync(book, "2025-01"));
        await DoAsync(book, book.Month("2025-01", $"/repairs/{run}/apply"), new { by = By, accept = "all" });
        await DoAsync(book, book.Month("2025-01", $"/repairs/{run}/undo"), new { by = By });

        var refused = await book.ActAsync(book.Month("2025-01", $"/repairs/{run}/apply"), new { by = By, accept = "all" }, HttpStatusCode.Conflict);

        Assert.Equal("urn:edefter:run-undone", refused.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_voucher_that_a_run_moved_to_another_month_comes_back_with_undo()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-02-03").Replace("\"mahsup\"", "\"opening\"", StringComparison.Ordinal));
        var before = await book.GetAsync($"{book.BookPath}/vouchers/1");
        var plan = await PlanAsync(book, "2025-02");
        var move = plan.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("rule").GetString() == "ACK004").GetProperty("n").GetInt32();
        await DoAsync(book, book.Month("2025-02", $"/repairs/{Run(plan)}/apply"), new { by = By, accept = new { changes = new[] { new { n = move, choose = "2025-01-01" } } } });
        Assert.Equal("2025-01-01", (await book.GetAsync($"{book.BookPath}/vouchers/1")).GetProperty("date").GetString());

        await DoAsync(book, book.Month("2025-02", $"/repairs/{Run(plan)}/undo"), new { by = By });

        Assert.Equal(before.GetRawText(), (await book.GetAsync($"{book.BookPath}/vouchers/1")).GetRawText());
    }

    [Fact]
    public async Task The_count_of_the_source_goes_on_guarding_after_repairs_and_their_undoing()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("2", "2025-01-11")},{LiveBook.Voucher("3", "2025-02-03").Replace("\"mahsup\"", "\"opening\"", StringComparison.Ordinal)}]");
        await book.PostVouchersAsync(WithZeroLine("1"));
        await TellAsync(book, "2025-01", 2, 5);
        await TellAsync(book, "2025-02", 1, 2);
        Assert.Empty(await LostAsync(book, "2025-01"));

        var dropped = await PlanAsync(book, "2025-01");
        await DoAsync(book, book.Month("2025-01", $"/repairs/{Run(dropped)}/apply"), new { by = By, accept = "all" });
        Assert.Empty(await LostAsync(book, "2025-01"));
        await TellAsync(book, "2025-01", 2, 6);
        Assert.Equal(["Kaynakta 2 fiş, raporda 2 fiş var (kaynakta 6 satır, raporda 5 satır)."], await LostAsync(book, "2025-01"));

        await DoAsync(book, book.Month("2025-01", $"/repairs/{Run(dropped)}/undo"), new { by = By });
        Assert.Equal(["Kaynakta 2 fiş, raporda 2 fiş var (kaynakta 6 satır, raporda 5 satır)."], await LostAsync(book, "2025-01"));
        await TellAsync(book, "2025-01", 2, 5);

        // What leaves a month by a repair was sent in it all the same.
        var plan = await PlanAsync(book, "2025-02");
        var move = plan.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("rule").GetString() == "ACK004").GetProperty("n").GetInt32();
        await DoAsync(book, book.Month("2025-02", $"/repairs/{Run(plan)}/apply"), new { by = By, accept = new { changes = new[] { new { n = move, choose = "2025-01-01" } } } });
        Assert.Empty(await LostAsync(book, "2025-01"));
        Assert.Empty(await LostAsync(book, "2025-02"));
        await TellAsync(book, "2025-02", 2, 4);
        Assert.Equal(["Kaynakta 2 fiş, raporda 1 fiş var (kaynakta 4 satır, raporda 2 satır)."], await LostAsync(book, "2025-02"));

        // The ERP's next word is its own again.
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        Assert.Equal(["Kaynakta 2 fiş, raporda 2 fiş var (kaynakta 5 satır, raporda 4 satır)."], await LostAsync(book, "2025-01"));
    }

    private static async Task TellAsync(LiveBook book, string month, int vouchers, int lines)
    {
        using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(book.Accountant, book.Month(month, "/source-count"), new { vouchers, lines }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<IReadOnlyList<string>> LostAsync(LiveBook book, string month)
    {
        await DoAsync(book, book.Month(month, "/check"), new { });
        var report = await book.GetAsync(book.Month(month, "/report?rule=KON002"));
        return [.. report.GetProperty("findings").EnumerateArray().Where(static finding => finding.GetProperty("rule").GetString() == "KON002").Select(static finding => finding.GetProperty("message").GetString()!)];
    }

    private static string WithZeroLine(string id)
    {
        var side = new[] { "\"debit\": 1.00", "\"credit\": 1.00", "\"debit\": 0" }.Select(static amount =>
            $$"""{ "account": "102.01", "accountName": "ZİRAAT BANKASI", "mainAccountName": "BANKALAR", {{amount}}, "description": "satır", "paymentMethod": "Banka" }""");
        return $$"""{ "id": "{{id}}", "number": "{{id}}", "date": "2025-01-10", "kind": "mahsup", "enteredBy": "Ayşe Yılmaz", "lines": [{{string.Join(',', side)}}] }""";
    }

    private static string Run(JsonElement plan) => plan.GetProperty("run").GetString()!;

    private static async Task<JsonElement> PlanAsync(LiveBook book, string month) => await DoAsync(book, book.Month(month, "/repairs"), new { });

    // Thousands of changes may take longer than an answer is held.
    private static async Task<JsonElement> DoAsync(LiveBook book, string path, object body)
    {
        for (var asked = 0; ; asked++)
        {
            using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(book.Accountant, path + "?wait=25", body, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, text);
            if (response.StatusCode == HttpStatusCode.OK || asked == 5)
                return JsonSerializer.Deserialize<JsonElement>(text);
        }
    }

    private static async Task<string?> DescriptionAsync(LiveBook book, string voucher) =>
        (await book.GetAsync($"{book.BookPath}/vouchers/{voucher}")).GetProperty("lines")[0].GetProperty("description").GetString();

    private static string WithLines(string id, int lines)
    {
        var side = Enumerable.Range(0, lines).Select(i =>
            $$"""{ "account": "102.01", "accountName": "ZİRAAT BANKASI", "mainAccountName": "BANKALAR", "{{(i % 2 == 0 ? "debit" : "credit")}}": 1.00, "description": "satır  ", "paymentMethod": "Banka" }""");
        return $$"""{ "id": "{{id}}", "number": "{{id}}", "date": "2025-01-10", "kind": "mahsup", "enteredBy": "Ayşe Yılmaz", "lines": [{{string.Join(',', side)}}] }""";
    }
}
