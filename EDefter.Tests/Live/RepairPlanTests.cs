using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClosedXML.Excel;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>What people do with a plan over HTTP: look through it page by page or as a workbook, accept a rule or a part of it, and mend chart and profile with it.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class RepairPlanTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_is_read_page_by_page_and_by_rule()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{string.Join(',', Enumerable.Range(1, 7).Select(static n => Unsigned(n, blank: n > 4)))}]");
        var first = await book.ActAsync(book.Month("2025-01", "/repairs?size=3"));
        Assert.Equal(10, first.GetProperty("changeCount").GetInt32());
        var numbers = new List<int>();
        for (var page = first; ; page = await book.GetAsync(page.GetProperty("next").GetString()!))
        {
            Assert.Equal(first.GetProperty("groups").GetRawText(), page.GetProperty("groups").GetRawText());
            numbers.AddRange(page.GetProperty("changes").EnumerateArray().Select(static change => change.GetProperty("n").GetInt32()));
            if (!page.TryGetProperty("next", out _))
                break;
        }

        Assert.Equal(Enumerable.Range(1, 10), numbers);
        var ofRule = await book.GetAsync(RunPath(book, first, "?rule=MET004"));
        Assert.Equal(3, ofRule.GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public async Task A_whole_rule_is_accepted_and_single_changes_are_undone()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{Unsigned(1, blank: true)},{Unsigned(2, blank: true)}]");
        var plan = await book.ActAsync(book.Month("2025-01", "/repairs"));
        await RefusedAsync(book, plan, new { rules = new[] { "BEL003" } }, "unknown-change");
        var applied = await book.ActAsync(RunPath(book, plan, "/apply"), new { by = Person, accept = new { rules = new[] { "FIS010" } } });
        Assert.Equal((2, 0), (applied.GetProperty("applied").GetInt32(), applied.GetProperty("remaining").GetProperty("error").GetInt32()));
        Assert.Equal("  boşluk", (await book.GetAsync($"{book.BookPath}/vouchers/1")).GetProperty("comment").GetString());

        var one = plan.GetProperty("changes").EnumerateArray().Single(static change => Rule(change) == "FIS010" && change.GetProperty("voucherId").GetString() == "1").GetProperty("n").GetInt32();
        var undone = await book.ActAsync(RunPath(book, plan, "/undo"), new { by = Person, changes = new[] { one } });
        Assert.Equal((1, 1), (undone.GetProperty("applied").GetInt32(), undone.GetProperty("remaining").GetProperty("error").GetInt32()));
        var run = await book.GetAsync(RunPath(book, plan));
        Assert.Equal(["plan", "apply", "undo"], run.GetProperty("acts").EnumerateArray().Select(static act => act.GetProperty("kind").GetString()));
        Assert.Single(run.GetProperty("standing").EnumerateArray());
        await book.ActAsync(RunPath(book, plan, "/undo"), new { by = Person });
        Assert.Equal("undone", (await book.GetAsync(RunPath(book, plan))).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_plan_is_handed_out_as_a_workbook()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(Unsigned(1, blank: true));
        var plan = await book.ActAsync(book.Month("2025-01", "/repairs"));
        using var response = await book.Accountant.GetAsync(new Uri(RunPath(book, plan, "?format=xlsx"), UriKind.Relative), Cancellation);
        Assert.Equal($"attachment; filename=\"bakim-{book.Company}-0000-2025-01.xlsx\"", response.Content.Headers.ContentDisposition!.ToString());
        using var workbook = new XLWorkbook(new MemoryStream(await response.Content.ReadAsByteArrayAsync(Cancellation)));
        Assert.Equal(["Özet", "Değişiklikler", "Hesap etkisi", "Kalanlar"], workbook.Worksheets.Select(static sheet => sheet.Name));
        Assert.Equal(plan.GetProperty("changeCount").GetInt32(), workbook.Worksheet("Değişiklikler").RowsUsed().Count() - 1);
        Assert.Equal("Hiçbir hesabın tutarı değişmez.", workbook.Worksheet("Hesap etkisi").Cell(2, 1).GetString());
        using var unknown = await book.Accountant.GetAsync(new Uri(book.Month("2025-01", "/repairs/0123456789abcdef0123456789abcdef?format=xlsx"), UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_name_for_an_account_and_an_account_level_are_brought_and_taken_back()
    {
        using var book = await LiveBook.OpenAsync(app);
        await PutChartAsync(book, """
            [ { "code": "102", "name": "BANKALAR" }, { "code": "102.01", "name": "ZİRAAT BANKASI", "parent": "102" },
              { "code": "120", "name": "ALICILAR" }, { "code": "120.01.5", "parent": "120.01", "name": null } ]
            """);
        await book.PostVouchersAsync(Unsigned(1, blank: false).Replace("\"120.01\", \"accountName\": \"ALICI\"", "\"120.01.5\", \"partner\": { \"name\": \"ŞİŞLİ GIDA LTD.\" }", StringComparison.Ordinal));
        var chart = (await ChartAsync(book)).GetRawText();
        var plan = await book.ActAsync(book.Month("2025-01", "/repairs"));
        Assert.Equal(["FIS010 enteredBy MUHASEBE SERVİSİ", "HES007 accounts[120.01].name ALICILAR 120.01", "HES006 accounts[120.01.5].name ŞİŞLİ GIDA LTD."], plan.GetProperty("changes").EnumerateArray().Select(static change => $"{Rule(change)} {change.GetProperty("field").GetString()} {change.GetProperty("after").GetString()}"));
        var applied = await book.ActAsync(RunPath(book, plan, "/apply"), new { by = Person, accept = "all" });
        Assert.Equal(0, applied.GetProperty("remaining").GetProperty("error").GetInt32());
        Assert.Equal(5, (await ChartAsync(book)).GetArrayLength());
        await book.ActAsync(RunPath(book, plan, "/undo"), new { by = Person });
        Assert.Equal(chart, (await ChartAsync(book)).GetRawText());
    }

    [Fact]
    public async Task The_companys_profile_is_mended_and_given_back()
    {
        using var book = await LiveBook.OpenAsync(app, static company => company["accountants"] = JsonNode.Parse("""[ { "name": "Ayşe Yılmaz", "title": "SMMM", "contractDate": "2025-01-02", "contractNumber": "M10120" } ]"""));
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        await book.ActAsync(book.Month("2025-01", "/check"));
        var finding = (await book.GetAsync(book.Month("2025-01", "/report"))).GetProperty("findings").EnumerateArray().Single(static finding => Rule(finding) == "FIR008");
        Assert.True(finding.GetProperty("repair").GetProperty("offered").GetBoolean());
        var plan = await book.ActAsync(book.Month("2025-01", "/repairs"));
        var change = plan.GetProperty("changes").EnumerateArray().Single();
        Assert.Equal(("company", "accountants[0].engagement", "SMMM sözleşmesi, 2025-01-02, M10120"), (change.GetProperty("target").GetString(), change.GetProperty("field").GetString(), change.GetProperty("after").GetString()));
        var applied = await book.ActAsync(RunPath(book, plan, "/apply"), new { by = Person, accept = "all" });
        Assert.Equal(0, applied.GetProperty("remaining").GetProperty("error").GetInt32());
        Assert.Equal("SMMM sözleşmesi, 2025-01-02, M10120", await EngagementAsync(book));
        var undone = await book.ActAsync(RunPath(book, plan, "/undo"), new { by = Person });
        Assert.Equal(1, undone.GetProperty("remaining").GetProperty("error").GetInt32());
        Assert.Null(await EngagementAsync(book));
    }

    [Fact]
    public async Task What_nothing_is_on_offer_for_is_not_called_offered()
    {
        using var book = await LiveBook.OpenAsync(app, static company => company["repairPolicy"] = new JsonObject());
        await book.PostVouchersAsync($"[{Unsigned(1, blank: false)},{Unsigned(2, blank: false).Replace("\"kind\"", "\"enteredByUser\": \"a.yilmaz\", \"kind\"", StringComparison.Ordinal)}]");
        await book.ActAsync(book.Month("2025-01", "/check"));
        var report = await book.GetAsync(book.Month("2025-01", "/report"));
        var findings = report.GetProperty("findings").EnumerateArray().Where(static finding => Rule(finding) == "FIS010").ToList();
        Assert.Equal([("1", false), ("2", true)], findings.Select(static finding => (finding.GetProperty("voucherId").GetString()!, finding.GetProperty("repair").GetProperty("offered").GetBoolean())).Order());
        var plan = await book.ActAsync(book.Month("2025-01", "/repairs"));
        Assert.Equal(["2"], plan.GetProperty("changes").EnumerateArray().Select(static change => change.GetProperty("voucherId").GetString()));
        Assert.Equal(1 + LiveBook.StandingWarnings(report), plan.GetProperty("unrepairable").GetInt32());
    }

    private static string Unsigned(int n, bool blank)
    {
        var voucher = LiveBook.Voucher(n.ToString(System.Globalization.CultureInfo.InvariantCulture), "2025-01-10").Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal);
        var json = JsonNode.Parse(voucher)!.AsObject();
        if (blank)
            json["comment"] = "  boşluk";
        foreach (var line in json["lines"]!.AsArray())
        {
            if ((string)line!["account"]! == "120.01")
                line["accountName"] = "ALICI";
        }

        return json.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace("\":\"", "\": \"", StringComparison.Ordinal).Replace(",\"accountName\": ", ", \"accountName\": ", StringComparison.Ordinal);
    }

    private static async Task PutChartAsync(LiveBook book, string chart)
    {
        using var content = new StringContent(chart, System.Text.Encoding.UTF8, "application/json");
        using var response = await book.Accountant.PutAsync(new Uri($"/api/companies/{book.Company}/accounts", UriKind.Relative), content, Cancellation);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static Task<JsonElement> ChartAsync(LiveBook book) => book.GetAsync($"/api/companies/{book.Company}/accounts");

    private static async Task<string?> EngagementAsync(LiveBook book) =>
        (await book.GetAsync($"/api/companies/{book.Company}")).GetProperty("accountants")[0].TryGetProperty("engagement", out var text) ? text.GetString() : null;

    private static async Task RefusedAsync(LiveBook book, JsonElement plan, object accept, string type) =>
        await LiveBook.RefusedAsync(await book.Accountant.PostAsJsonAsync(RunPath(book, plan, "/apply?wait=25"), new { by = Person, accept }, Cancellation), HttpStatusCode.Conflict, type);

    private static string RunPath(LiveBook book, JsonElement plan, string rest = "") => book.Month("2025-01", $"/repairs/{plan.GetProperty("run").GetString()}{rest}");

    private static string? Rule(JsonElement element) => element.GetProperty("rule").GetString();
}
