using System.Net;
using System.Text.Json;
using ClosedXML.Excel;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The report in its three forms, of a month and of a range of days.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class ReportTests(LiveApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_NDJSON_and_workbook_tell_the_same_findings()
    {
        using var book = await OpenFaultyAsync();
        var whole = await book.ActAsync(book.Month("2025-01", "/check"));
        var paged = new List<string>();
        string? next = book.Month("2025-01", "/report?size=3");
        while (next is not null)
        {
            var page = await book.GetAsync(next);
            Assert.InRange(page.GetProperty("findings").GetArrayLength(), 1, 3);
            Assert.Equal(whole.GetProperty("counts").GetRawText(), page.GetProperty("counts").GetRawText());
            paged.AddRange(page.GetProperty("findings").EnumerateArray().Select(finding => finding.GetRawText()));
            next = page.TryGetProperty("next", out var path) ? path.GetString() : null;
        }

        Assert.Equal(8 + LiveBook.StandingWarnings(whole) + LiveBook.StandingInfos(whole), paged.Count);
        Assert.Equal(paged.Count, whole.GetProperty("counts").EnumerateObject().Sum(count => count.Value.GetInt32()));
        var ndjson = await book.Accountant.GetStringAsync(new Uri(book.Month("2025-01", "/report?format=ndjson"), UriKind.Relative), Cancellation);
        Assert.Equal(paged, ndjson.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        using var response = await book.Accountant.GetAsync(new Uri(book.Month("2025-01", "/report?format=xlsx"), UriKind.Relative), Cancellation);
        Assert.Equal($"attachment; filename=\"kontrol-{book.Company}-0000-2025-01.xlsx\"", response.Content.Headers.ContentDisposition!.ToString());
        using var workbook = new XLWorkbook(new MemoryStream(await response.Content.ReadAsByteArrayAsync(Cancellation)));
        var messages = paged.Select(text => JsonSerializer.Deserialize<JsonElement>(text).GetProperty("message").GetString());
        Assert.Equal(messages, RowsOf(workbook, "Bulgular").Select(row => row.Cell(7).GetString()));
        var vouchers = RowsOf(workbook, "Fişler").ToList();
        Assert.Equal(9, vouchers.Count);
        Assert.Equal(8, vouchers.Count(row => row.Cell(4).GetString() == "1" && row.Cell(5).GetString().Length > 0));
        Assert.Contains("FIS001", vouchers[0].Cell(5).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_filtered_by_rule_severity_and_voucher()
    {
        using var book = await OpenFaultyAsync();
        var whole = await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal(1, (await book.GetAsync(book.Month("2025-01", "/report?voucher=3"))).GetProperty("findings").GetArrayLength());
        Assert.Equal(8, (await book.GetAsync(book.Month("2025-01", "/report?severity=error&rule=FIS001"))).GetProperty("findings").GetArrayLength());
        Assert.Equal(LiveBook.StandingInfos(whole), (await book.GetAsync(book.Month("2025-01", "/report?severity=info"))).GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task The_totals_show_that_nothing_was_lost_and_coverage_names_every_rule()
    {
        using var book = await OpenFaultyAsync();
        await book.ActAsync(book.Month("2025-01", "/check"));
        var report = await book.GetAsync(book.Month("2025-01", "/report"));
        var totals = report.GetProperty("totals");
        Assert.Equal((9, 18, 9, 9), (totals.GetProperty("vouchers").GetInt32(), totals.GetProperty("lines").GetInt32(), totals.GetProperty("received").GetInt32(), totals.GetProperty("processed").GetInt32()));
        Assert.Equal("900.00", totals.GetProperty("debit").GetRawText());
        var outcomes = report.GetProperty("coverage").EnumerateArray().ToDictionary(rule => rule.GetProperty("rule").GetString()!, rule => rule.GetProperty("outcome").GetString());
        Assert.Equal(("ran", "noData"), (outcomes["FIS001"], outcomes["KON002"]));
    }

    [Fact]
    public async Task A_range_is_checked_and_reported_and_never_numbers_or_stamps_a_month()
    {
        using var book = await OpenFaultyAsync();
        var before = await book.GetAsync(book.Month("2025-01"));
        var report = await book.ActAsync($"{book.BookPath}/check?from=2025-01-02&to=2025-01-04");
        Assert.Equal(3, report.GetProperty("counts").GetProperty("error").GetInt32());
        var read = await book.GetAsync($"{book.BookPath}/report?from=2025-01-02&to=2025-01-04&severity=error");
        Assert.Equal(["2", "3", "4"], read.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("voucherId").GetString()));
        Assert.False(read.TryGetProperty("period", out _));
        using var workbook = await book.Accountant.GetAsync(new Uri($"{book.BookPath}/report?from=2025-01-02&to=2025-01-04&format=xlsx", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
        Assert.Equal(before.GetRawText(), (await book.GetAsync(book.Month("2025-01"))).GetRawText());
        await book.GetAsync(book.Month("2025-01", "/report"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_change_makes_the_check_stale_and_the_old_report_says_of_which_revision_it_is()
    {
        using var book = await OpenFaultyAsync();
        await book.ActAsync(book.Month("2025-01", "/check"));
        await book.PostVouchersAsync(LiveBook.Voucher("20", "2025-01-20"));
        var month = await book.GetAsync(book.Month("2025-01"));
        Assert.Equal("open", month.GetProperty("state").GetString());
        Assert.False(month.TryGetProperty("findings", out _));
        Assert.True((await book.GetAsync(book.Month("2025-01", "/report"))).GetProperty("revision").GetInt32() < month.GetProperty("revision").GetInt32());
    }

    // Nine vouchers of nine days, all but the last unbalanced.
    private async Task<LiveBook> OpenFaultyAsync()
    {
        var book = await LiveBook.OpenAsync(app);
        var vouchers = Enumerable.Range(1, 9).Select(n => LiveBook.Voucher($"{n}", $"2025-01-{n:00}").Replace("\"credit\": 100.00", n == 9 ? "\"credit\": 100.00" : "\"credit\": 90.00", StringComparison.Ordinal));
        await book.PostVouchersAsync($"[{string.Join(',', vouchers)}]");
        return book;
    }

    private static IEnumerable<IXLRow> RowsOf(XLWorkbook workbook, string sheet) => workbook.Worksheet(sheet).RowsUsed().Skip(1);
}
