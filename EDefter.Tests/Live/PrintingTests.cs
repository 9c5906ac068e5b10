using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using UglyToad.PdfPig;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Books printed over HTTP: as jobs, kept, found again, with page numbers that go on from month to month.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class PrintingTests(LiveApp app)
{
    private static readonly string[] Books = ["journal", "ledger", "trial-balance"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_book_is_printed_in_both_formats_and_its_links_give_what_was_hashed()
    {
        using var book = await LiveBook.OpenAsync(app);
        await NumberAsync(book, "2025-01", "2025-01-10", count: 3);
        foreach (var name in Books)
        {
            foreach (var format in (string[])["pdf", "xlsx"])
            {
                var print = await PrintAsync(book, "2025-01", new { book = name, format, by = "Ayşe Yılmaz" });
                var file = Assert.Single(print.GetProperty("files").EnumerateArray());
                var bytes = await DownloadAsync(file);
                Assert.Equal(format == "pdf" ? "%PDF" : "PK\u0003\u0004", System.Text.Encoding.ASCII.GetString(bytes, 0, 4));
                Assert.Equal(file.GetProperty("bytes").GetInt32(), bytes.Length);
                Assert.Equal((name, "300.00"), (print.GetProperty("manifest").GetProperty("book").GetString(), print.GetProperty("manifest").GetProperty("numbers").GetProperty("debit").GetString()));
            }
        }

        var list = await book.GetAsync(book.Month("2025-01", "/prints"));
        Assert.Equal(6, list.GetArrayLength());
        Assert.All(list.EnumerateArray(), print => Assert.True(print.GetProperty("current").GetBoolean()));
    }

    [Fact]
    public async Task A_print_says_which_characters_its_font_lacks()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace("Deneme kaydı", "Deneme 北京", StringComparison.Ordinal));
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" });

        var print = await PrintAsync(book, "2025-01", new { book = "journal", by = "Ayşe Yılmaz" });
        Assert.Equal(
            "Defterin yazı tipinde bulunmayan 2 karakter, toplam 2 yerde köşeli ayraç içinde koduyla basıldı: 京 (U+4EAC), 北 (U+5317). Hiçbiri kaybolmadı; okunur basılmaları için bu metinleri ERP’de Latin harfleriyle yazın.",
            Assert.Single(print.GetProperty("remarks").EnumerateArray()).GetString());
        Assert.Equal(["U+4EAC", "U+5317"], print.GetProperty("manifest").GetProperty("shownByCode").EnumerateArray().Select(one => one.GetProperty("character").GetString()));
        Assert.Equal(1, (await book.GetAsync(book.Month("2025-01", "/prints")))[0].GetProperty("remarks").GetArrayLength());
        // A workbook holds every character, and so has nothing to remark.
        Assert.False((await PrintAsync(book, "2025-01", new { book = "journal", format = "xlsx", by = "Ayşe Yılmaz" })).TryGetProperty("remarks", out _));
    }

    [Fact]
    public async Task Pages_and_carried_totals_go_on_from_month_to_month()
    {
        using var book = await LiveBook.OpenAsync(app);
        await NumberAsync(book, "2025-01", "2025-01-10", count: 60);
        await NumberAsync(book, "2025-02", "2025-02-10", count: 0);
        await NumberAsync(book, "2025-03", "2025-03-10", count: 2);
        var refused = await book.RefusedActAsync(book.Month("2025-03", "/print"), new { book = "journal", by = "Ayşe Yılmaz" }, HttpStatusCode.Conflict, "first-page-unknown");
        Assert.Equal("2025-01", refused.GetProperty("previous").GetString());

        var january = await PrintAsync(book, "2025-01", new { book = "journal", firstPage = 41, by = "Ayşe Yılmaz" });
        var last = january.GetProperty("lastPage").GetInt32();
        Assert.True(last > 42);
        var march = await PrintAsync(book, "2025-03", new { book = "journal", by = "Ayşe Yılmaz" });
        Assert.Equal((last + 1, last + 1), (march.GetProperty("firstPage").GetInt32(), march.GetProperty("lastPage").GetInt32()));

        using var pdf = PdfDocument.Open(await book.Accountant.GetByteArrayAsync(new Uri(book.Month("2025-03", "/journal.pdf"), UriKind.Relative), Cancellation));
        var text = string.Concat(pdf.GetPage(2).Letters.Select(letter => letter.Value));
        Assert.Contains($"Sayfa {last + 1}", text, StringComparison.Ordinal);
        Assert.Contains("Nakli yekûn6.000,006.000,00", text, StringComparison.Ordinal);
        Assert.Contains("Hesap dönemi başından toplam6.200,006.200,00", text, StringComparison.Ordinal);
        Assert.Contains("MÜŞTERİ İNŞAAT", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_month_finds_the_print_that_exists_and_a_month_numbered_anew_does_not()
    {
        using var book = await LiveBook.OpenAsync(app);
        await NumberAsync(book, "2025-01", "2025-01-10", count: 2);
        var first = await PrintAsync(book, "2025-01", new { book = "journal", by = "Ayşe Yılmaz" });
        var again = await PrintAsync(book, "2025-01", new { book = "journal", firstPage = 1, by = "Veli Kaya" });
        Assert.Equal(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        Assert.Equal("Veli Kaya", again.GetProperty("by").GetString());
        Assert.Equal(await DownloadAsync(first.GetProperty("files")[0]), await DownloadAsync(again.GetProperty("files")[0]));

        await book.ActAsync(book.Month("2025-01", "/numbers/undo"), new { by = "Ayşe Yılmaz" });
        await RefusedPdfAsync(book, HttpStatusCode.Conflict, "not-numbered");
        await NumberAsync(book, "2025-01", "2025-01-09", count: 1, from: 100);
        await RefusedPdfAsync(book, HttpStatusCode.NotFound, "not-printed");
        var anew = await PrintAsync(book, "2025-01", new { book = "journal", by = "Ayşe Yılmaz" });
        Assert.NotEqual(first.GetProperty("id").GetString(), anew.GetProperty("id").GetString());
        var list = await book.GetAsync(book.Month("2025-01", "/prints"));
        Assert.Equal([false, true], list.EnumerateArray().Select(print => print.GetProperty("current").GetBoolean()));
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri(book.Month("2025-01", "/journal.pdf?volume=2"), UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "unknown-volume");
    }

    [Fact]
    public async Task What_cannot_be_printed_is_refused_in_Turkish()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-02-10"));
        await book.RefusedActAsync(book.Month("2025-02", "/print"), new { book = "journal", by = "Ayşe Yılmaz" }, HttpStatusCode.Conflict, "not-numbered");
        await NumberAsync(book, "2025-01", "2025-01-10", count: 0);
        var path = book.Month("2025-01", "/print");
        await book.RefusedActAsync(path, new { book = "journal", by = "Ayşe Yılmaz" }, HttpStatusCode.Conflict, "empty-month");
        await book.RefusedActAsync(path, new { book = "journal" }, (HttpStatusCode)422, "missing-by");
        await book.RefusedActAsync(path, new { book = "günlük", by = "Ayşe Yılmaz" }, (HttpStatusCode)422, "invalid-print");
        await book.RefusedActAsync(path, new { by = "Ayşe Yılmaz" }, (HttpStatusCode)422, "invalid-print");
        await book.RefusedActAsync(path, new { book = "ledger", format = "docx", by = "Ayşe Yılmaz" }, (HttpStatusCode)422, "invalid-print");
        await book.RefusedActAsync(path, new { book = "ledger", firstPage = 0, by = "Ayşe Yılmaz" }, (HttpStatusCode)422, "invalid-print");
        await book.RefusedActAsync(path, new { book = "ledger", format = "xlsx", firstPage = 1, by = "Ayşe Yılmaz" }, (HttpStatusCode)422, "invalid-print");
        Assert.Equal(1, (await PrintAsync(book, "2025-01", new { book = "trial-balance", by = "Ayşe Yılmaz" })).GetProperty("lastPage").GetInt32());
    }

    private static async Task NumberAsync(LiveBook book, string period, string date, int count, int from = 1)
    {
        if (count > 0)
            await book.PostVouchersAsync($"[{string.Join(',', Enumerable.Range(from, count).Select(number => LiveBook.Voucher($"{period}-{number}", date)))}]");
        await book.ActAsync(book.Month(period, "/numbers"), new { by = "Ayşe Yılmaz" });
    }

    private static Task<JsonElement> PrintAsync(LiveBook book, string period, object body) => book.ActAsync(book.Month(period, "/print"), body);

    private static async Task<byte[]> DownloadAsync(JsonElement file)
    {
        using var client = new HttpClient();
        var bytes = await client.GetByteArrayAsync(new Uri(file.GetProperty("url").GetString()!), Cancellation);
        Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return bytes;
    }

    private static async Task RefusedPdfAsync(LiveBook book, HttpStatusCode status, string type) =>
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri(book.Month("2025-01", "/journal.pdf"), UriKind.Relative), Cancellation), status, type);
}
