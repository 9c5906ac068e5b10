using System.Text.Json.Nodes;
using EDefter.LocalWorker.Hosting;
using EDefter.Tests.Live;
using Xunit;

namespace EDefter.Tests.Screen;

/// <summary>The web console in a real browser, against the whole application.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class BrowserTests(LiveApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Samples => Path.Combine(RepositoryFolder.Find()!, "samples", "ornek-otel");

    [ChromiumFact]
    public async Task A_wrong_key_is_refused_in_words_and_the_right_one_shows_what_is_wrong_with_a_month()
    {
        using var book = await OpenFaultyAsync();
        await ConsoleScript.PlayAsync("smoke", app.Address, new JsonObject { ["key"] = await book.IssueAsync("accountant") });
    }

    [DeepChromiumFact]
    public async Task The_sample_month_goes_from_the_key_to_the_ZIP_with_the_mouse_alone()
    {
        using var book = await OpenSampleAsync();
        var seen = await ConsoleScript.PlayAsync("month", app.Address, new JsonObject { ["key"] = await book.IssueAsync("accountant"), ["folder"] = Samples });
        Assert.Equal("4540536920_0000_202501_0001.zip", seen.GetProperty("file").GetString());
        Assert.Contains("110.552.542,88", seen.GetProperty("totals").GetString(), StringComparison.Ordinal);
        TestContext.Current.SendDiagnosticMessage($"{seen.GetProperty("clicksToZip")} clicks, {seen.GetProperty("seconds")} seconds from the key to the ZIP.");
        var month = await book.GetAsync(book.Month("2025-01"));
        Assert.Equal(("archived", 860), (month.GetProperty("state").GetString(), month.GetProperty("numbers").GetProperty("last").GetInt32()));
        Assert.Equal("Nurgül Özışık", month.GetProperty("numberedBy").GetString());
    }

    [DeepChromiumFact]
    public async Task What_goes_wrong_is_said_with_the_way_out_and_what_was_done_can_be_undone()
    {
        using var book = await LiveBook.OpenAsync(app);
        var good = JsonNode.Parse(LiveBook.Voucher("1", "2025-01-10"));
        var faulty = JsonNode.Parse(LiveBook.Voucher("2", "2025-01-11").Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal));
        await ConsoleScript.PlayAsync("refusals", app.Address, new JsonObject { ["key"] = await book.IssueAsync("accountant"), ["vouchers"] = new JsonArray(good, faulty) });
        var month = await book.GetAsync(book.Month("2025-01"));
        Assert.Equal("archived", month.GetProperty("state").GetString());
        var company = await book.GetAsync($"/api/companies/{book.Company}");
        Assert.Equal("Nurgül Özışık", company.GetProperty("autoClose").GetProperty("approvedBy").GetString());
        Assert.Equal(["A"], company.GetProperty("autoClose").GetProperty("repairClasses").EnumerateArray().Select(repairClass => repairClass.GetString()!));
        Assert.Equal("DENEME TİCARET A.Ş.", company.GetProperty("title").GetString());
    }

    [DeepChromiumFact]
    public async Task Everything_is_done_without_a_mouse()
    {
        using var book = await OpenFaultyAsync(("\"Ayşe Yılmaz\"", "\"\""));
        await ConsoleScript.PlayAsync("keyboard", app.Address, new JsonObject { ["key"] = await book.IssueAsync("accountant") });
        var month = await book.GetAsync(book.Month("2025-01"));
        Assert.Equal(0, month.GetProperty("findings").GetProperty("error").GetInt32());
    }

    [DeepChromiumFact]
    public async Task Axe_finds_nothing_serious_in_the_light_in_the_dark_and_on_a_telephone()
    {
        using var book = await OpenSampleAsync();
        await book.PostVouchersAsync(await File.ReadAllTextAsync(Path.Combine(Samples, "2025-01.ndjson"), Cancellation), "application/x-ndjson");
        await book.ActAsync(book.Month("2025-01", "/check"));
        var key = await book.IssueAsync("accountant");
        foreach (var (name, dark, width) in new[] { ("acik", false, 1280), ("koyu", true, 1280), ("telefon", false, 360) })
            await ConsoleScript.PlayAsync("readers", app.Address, new JsonObject { ["key"] = key, ["name"] = name, ["dark"] = dark, ["width"] = width });
    }

    /// <summary>A checked January with one voucher, which is out of balance by ten lira or has what is said.</summary>
    private async Task<LiveBook> OpenFaultyAsync((string Right, string Wrong)? fault = null)
    {
        var (right, wrong) = fault ?? ("\"credit\": 100.00", "\"credit\": 90.00");
        var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace(right, wrong, StringComparison.Ordinal));
        await book.ActAsync(book.Month("2025-01", "/check"));
        return book;
    }

    /// <summary>The sample's company under an id of its own, without vouchers.</summary>
    private async Task<LiveBook> OpenSampleAsync()
    {
        var sample = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Samples, "company.json"), Cancellation))!;
        var book = await LiveBook.OpenAsync(app, company =>
        {
            foreach (var (name, value) in sample.Where(member => member.Key != "id"))
                company[name] = value?.DeepClone();
        });
        using var accounts = new StringContent(await File.ReadAllTextAsync(Path.Combine(Samples, "accounts.json"), Cancellation), System.Text.Encoding.UTF8, "application/json");
        using var put = await book.Erp.PutAsync(new Uri($"/api/companies/{book.Company}/accounts", UriKind.Relative), accounts, Cancellation);
        Assert.True(put.IsSuccessStatusCode);
        return book;
    }
}
