using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>A month the whole way, as its users go it: over HTTP, with jobs, queues and blobs.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class MonthJourneyTests(LiveApp app)
{
    [Fact]
    public async Task A_month_goes_from_vouchers_to_a_verified_archive()
    {
        using var book = await LiveBook.OpenAsync(app);
        var received = await book.PostVouchersAsync($"[{LiveBook.Voucher("2", "2025-01-10")},{LiveBook.Voucher("1", "2025-01-09", "0.01")}]");
        Assert.Equal(2, received.GetProperty("stored").GetInt32());

        var report = await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal("clean", report.GetProperty("state").GetString());
        // January 2025 is long past its last day, and these two vouchers are a January without an opening voucher; nothing else is wrong.
        var said = report.GetProperty("coverage").EnumerateArray().Where(rule => rule.GetProperty("findings").GetInt32() > 0).Select(rule => rule.GetProperty("rule").GetString());
        Assert.Equal(["ACK002", "KON006", "KON007"], said);

        var numbers = await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" });
        Assert.Equal((1, 2, 1, 4), (numbers.GetProperty("first").GetInt32(), numbers.GetProperty("last").GetInt32(), numbers.GetProperty("firstLine").GetInt32(), numbers.GetProperty("lastLine").GetInt32()));

        var archive = await book.ActAsync(book.Month("2025-01", "/archives"), new { by = "Ayşe Yılmaz", profile = "izibiz" });
        using var download = new HttpClient();
        var zip = await download.GetByteArrayAsync(new Uri(archive.GetProperty("url").GetString()!), TestContext.Current.CancellationToken);
        Assert.Equal("4540536920_0000_202501_0001.zip", archive.GetProperty("file").GetString());
        using var opened = new ZipArchive(new MemoryStream(zip));
        Assert.Single(opened.Entries);

        var verified = await LiveBook.ReadAsync(await book.Integrator.PostAsync(new Uri("/api/archives/verify", UriKind.Relative), new ByteArrayContent(zip), TestContext.Current.CancellationToken), HttpStatusCode.OK);
        Assert.Equal("intact", verified.GetProperty("verdict").GetString());
        zip[^30] ^= 1;
        var month = await book.GetAsync(book.Month("2025-01"));
        Assert.Equal("archived", month.GetProperty("state").GetString());

        var feed = await book.Erp.GetStringAsync(new Uri(book.Month("2025-01", "/numbers"), UriKind.Relative), TestContext.Current.CancellationToken);
        var items = feed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal(["1", "2"], items.Select(item => item.GetProperty("voucherId").GetString()));
    }

    [Fact]
    public async Task Muhasebe_Bakim_mends_what_is_accepted_and_undo_brings_it_back()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal));
        var before = await book.GetAsync($"{book.BookPath}/vouchers/1");
        var report = await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal("faulty", report.GetProperty("state").GetString());

        var plan = await book.ActAsync(book.Month("2025-01", "/repairs"));
        var run = plan.GetProperty("run").GetString();
        Assert.Equal("FIS010", plan.GetProperty("changes")[0].GetProperty("rule").GetString());
        var applied = await book.ActAsync(book.Month("2025-01", $"/repairs/{run}/apply"), new { by = "Ayşe Yılmaz", accept = "all" });
        Assert.Equal(0, applied.GetProperty("remaining").GetProperty("error").GetInt32());
        Assert.Equal("MUHASEBE SERVİSİ", (await book.GetAsync($"{book.BookPath}/vouchers/1")).GetProperty("enteredBy").GetString());

        await book.ActAsync(book.Month("2025-01", $"/repairs/{run}/undo"), new { by = "Ayşe Yılmaz" });
        var after = await book.GetAsync($"{book.BookPath}/vouchers/1");
        Assert.Equal(before.GetRawText(), after.GetRawText());
    }

    [Fact]
    public async Task A_month_with_an_error_gets_no_numbers_and_says_how_many_errors_stand()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace("\"credit\": 100.00", "\"credit\": 90.00", StringComparison.Ordinal));
        var refused = await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" }, HttpStatusCode.Conflict);
        Assert.Equal("urn:edefter:standing-errors", refused.GetProperty("type").GetString());
        Assert.Equal(1, refused.GetProperty("count").GetInt32());
    }
}
