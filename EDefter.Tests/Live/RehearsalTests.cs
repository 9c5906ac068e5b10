using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>A month's rehearsal over HTTP: before it has numbers and after, as JSON and as workbook, kept and not kept.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class RehearsalTests(LiveApp app)
{
    private const string By = "Ayşe Yılmaz";
    private const string Period = "2025-01";

    [Fact]
    public async Task A_month_without_numbers_is_rehearsed_with_those_it_would_get_and_leads_to_the_vouchers()
    {
        using var book = await OpenAsync(static company => company.Remove("phone"));
        var unreadable = LiveBook.Voucher("3", "2025-01-11").Replace("\"credit\": 100.00", "\"credit\": 90.00", StringComparison.Ordinal);
        var undocumented = LiveBook.Voucher("2", "2025-01-10").Replace("\"number\": \"D-2\", \"date\": \"2025-01-10\"", "\"number\": \"D-2\"", StringComparison.Ordinal);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-09")},{undocumented},{unreadable}]");
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri(book.Month(Period, "/rehearsal"), UriKind.Relative), TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "not-rehearsed");

        var report = await book.ActAsync(book.Month(Period, "/rehearse"));

        Assert.Equal((false, false, 1, 2), (report.GetProperty("numbered").GetBoolean(), report.GetProperty("clean").GetBoolean(), report.GetProperty("leftOutCount").GetInt32(), report.GetProperty("entries").GetInt32()));
        Assert.Equal("3", Text(Assert.Single(report.GetProperty("leftOut").EnumerateArray()), "voucherId"));
        Assert.Contains(report.GetProperty("remarks").EnumerateArray(), remark => remark.GetString()!.StartsWith("Ay henüz numaralanmadı", StringComparison.Ordinal));
        var finding = report.GetProperty("findings").EnumerateArray().First(one => Text(one, "assert") == "Y109");
        Assert.Equal(("4540536920-202501-Y-000000.xml", "2", "2", "https://erp.example/fis/2"), (Text(finding, "document"), Text(finding, "entry"), Text(finding, "voucherId"), Text(finding, "link")));
        Assert.NotEmpty(Text(finding, "remedy")!);
        // The telephone is missing in all five documents.
        Assert.Equal(["B78", "B78", "K47", "R66", "Y45"], report.GetProperty("findings").EnumerateArray().Select(one => Text(one, "assert")!).Where(one => one is "Y45" or "K47" or "B78" or "R66").Order(StringComparer.Ordinal));
        Assert.Equal("open", Text(await book.GetAsync(book.Month(Period)), "state"));

        var kept = await book.GetAsync(book.Month(Period, "/rehearsal"));
        Assert.Equal(report.GetProperty("findings").GetRawText(), kept.GetProperty("findings").GetRawText());
        await book.PostVouchersAsync(LiveBook.Voucher("4", "2025-01-12"));
        Assert.False((await book.GetAsync(book.Month(Period, "/rehearsal"))).GetProperty("current").GetBoolean());
    }

    [Fact]
    public async Task A_numbered_month_rehearses_clean_and_is_kept_only_when_that_was_asked()
    {
        using var book = await OpenAsync();
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-09")},{LiveBook.Voucher("2", "2025-01-10")}]");
        await book.RefusedActAsync(book.Month(Period, "/rehearse"), new { keep = true, by = By }, HttpStatusCode.Conflict, "not-numbered");
        await book.RefusedActAsync(book.Month(Period, "/rehearse"), new { keep = true }, HttpStatusCode.UnprocessableEntity, "missing-by");
        await book.ActAsync(book.Month(Period, "/numbers"), new { by = By });

        var report = await book.ActAsync(book.Month(Period, "/rehearse"));
        Assert.Equal("[]", report.GetProperty("findings").GetRawText());
        Assert.Equal((true, true, 5), (report.GetProperty("numbered").GetBoolean(), report.GetProperty("clean").GetBoolean(), report.GetProperty("documents").GetArrayLength()));
        Assert.Equal(0, (await book.GetAsync(book.Month(Period, "/archives"))).GetArrayLength());

        var kept = await book.ActAsync(book.Month(Period, "/rehearse"), new { keep = true, by = By });
        var archive = await book.ActAsync(book.Month(Period, "/archives"), new { profile = "gib-draft", by = By });
        Assert.Equal(Text(archive, "id"), Text(kept.GetProperty("archive"), "id"));
        Assert.Equal(1, (await book.GetAsync(book.Month(Period, "/archives"))).GetArrayLength());
    }

    [Fact]
    public async Task A_rehearsal_is_a_workbook_too()
    {
        using var book = await OpenAsync(static company => company.Remove("naceCode"));
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-09"));
        await book.ActAsync(book.Month(Period, "/rehearse"));
        using var response = await book.Accountant.GetAsync(new Uri(book.Month(Period, "/rehearsal?format=xlsx"), UriKind.Relative), TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            text.Append(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        Assert.All(new[] { "Y64", "4540536920-202501-DR-000000.xml", "Geçici: ay henüz numaralanmadı", "Y06, K06, B10" }, word => Assert.Contains(word, text.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_month_and_a_wrong_parameter_are_refused()
    {
        using var book = await OpenAsync();
        await book.RefusedActAsync(book.Month(Period, "/rehearse"), body: null, HttpStatusCode.Conflict, "empty-month");
        await book.RefusedActAsync(book.Month(Period, "/rehearse"), new { parameters = new { firstSeries = "x" } }, HttpStatusCode.UnprocessableEntity, "invalid-draft");
        await book.RefusedActAsync(book.Month(Period, "/rehearse"), new { parameters = new { yok = "x" } }, HttpStatusCode.UnprocessableEntity, "unknown-parameter");
    }

    private Task<LiveBook> OpenAsync(Action<JsonObject>? change = null) => LiveBook.OpenAsync(app, company =>
    {
        company["sourceApplication"] = "4540536920##DENEME##EDefter##1.0";
        company["link"] = "https://erp.example/fis/{voucherId}";
        change?.Invoke(company);
    });

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
