using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The yevmiye defteri that was filed, held against the month by madde no over HTTP.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class CompareFiledTests(LiveApp app)
{
    private const string Name = "4540536920-202501-Y-000000.xml";
    private static readonly string[] Vouchers = [.. Enumerable.Range(1, 4).Select(n => LiveBook.Voucher($"{n}", $"2025-01-{n:00}"))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_filed_is_told_apart_by_madde()
    {
        using var book = await NumberedAsync();
        var filed = Filed(Vouchers);
        Assert.Equal("4 0 0 0 0 0", Counts(await CompareAsync(book, filed)));
        Assert.Equal("4 0 0 0 0 0", Counts(await CompareAsync(book, Zip(("klasor/" + Name, filed), ("klasor/yevmiye.xslt", "x"u8.ToArray())), name: null)));

        var changed = await CompareAsync(book, Replace(filed, ">D-2<", ">D-9<"));
        Assert.Equal("3 1 0 0 0 0", Counts(changed));
        var item = Assert.Single(changed.GetProperty("items").EnumerateArray());
        Assert.Equal(("changed", 2, "2"), (item.GetProperty("kind").GetString(), item.GetProperty("number").GetInt32(), item.GetProperty("voucherId").GetString()));
        var field = item.GetProperty("changes")[0];
        Assert.Equal(("Belge No", "D-9", "D-2", 1), (field.GetProperty("title").GetString(), field.GetProperty("before").GetString(), field.GetProperty("after").GetString(), field.GetProperty("line").GetInt32()));

        Assert.Equal("3 0 0 1 0 0", Counts(await CompareAsync(book, Filed(Vouchers[..3]))));
        Assert.Equal("4 0 1 0 0 0", Counts(await CompareAsync(book, Filed([.. Vouchers, LiveBook.Voucher("5", "2025-01-05")]))));
        Assert.Equal("3 0 0 1 1 0", Counts(await CompareAsync(book, Replace(filed, ">2025-01-02<", ">02.01.2025<"))));
        Assert.Equal("3 0 0 1 0 1", Counts(await CompareAsync(book, Replace(filed, "\"countable\">4</gl-cor:entryNumberCounter>", "\"countable\">3</gl-cor:entryNumberCounter>"))));
    }

    [Fact]
    public async Task Differences_come_in_pages()
    {
        using var book = await NumberedAsync();
        var filed = Filed([.. Vouchers.Select(voucher => voucher.Replace("100.00", "101.00", StringComparison.Ordinal))]);
        var first = await CompareAsync(book, filed, query: "?size=3");
        Assert.Equal(("0 4 0 0 0 0", 3, true), (Counts(first), first.GetProperty("items").GetArrayLength(), first.GetProperty("hasMore").GetBoolean()));
        var second = await CompareAsync(book, filed, query: "?size=3&page=2");
        Assert.Equal((4, false), (Assert.Single(second.GetProperty("items").EnumerateArray()).GetProperty("number").GetInt32(), second.GetProperty("hasMore").GetBoolean()));
        Assert.Equal(("404.00", "400.00"), (first.GetProperty("filed").GetProperty("debit").GetRawText().Trim('"'), first.GetProperty("here").GetProperty("debit").GetRawText().Trim('"')));
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{string.Join(',', Vouchers)}]");
        await RefusedAsync(book, Filed(Vouchers), Name, HttpStatusCode.Conflict, "not-numbered");
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" });
        await RefusedAsync(book, Filed(Vouchers), "defter.xml", HttpStatusCode.UnprocessableEntity, "no-gib-document");
        await RefusedAsync(book, Filed(Vouchers), Name.Replace("202501", "202502", StringComparison.Ordinal), HttpStatusCode.UnprocessableEntity, "no-gib-document");
        await RefusedAsync(book, "<a>"u8.ToArray(), Name, HttpStatusCode.UnprocessableEntity, "unreadable");
        await RefusedAsync(book, [0x50, 0x4b, 3, 4, 5], Name, HttpStatusCode.UnprocessableEntity, "unreadable");
    }

    private async Task<LiveBook> NumberedAsync()
    {
        var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{string.Join(',', Vouchers)}]");
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" });
        return book;
    }

    private static byte[] Filed(IReadOnlyList<string> vouchers)
    {
        var company = new Company { Id = "deneme", TaxId = "4540536920", Title = "DENEME TİCARET A.Ş.", FiscalYears = [Months.Year] };
        var entries = Months.Number(vouchers.Select(voucher => VoucherJsonParser.Parse(Encoding.UTF8.GetBytes(voucher))), 1, 1);
        return GibMonths.Write(entries, GibMonths.HeadingOf(company, "0000")).Documents[Name];
    }

    private static byte[] Replace(byte[] document, string text, string other)
    {
        var whole = Encoding.UTF8.GetString(document);
        var at = whole.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        return Encoding.UTF8.GetBytes(whole[..at] + other + whole[(at + text.Length)..]);
    }

    private static byte[] Zip(params ReadOnlySpan<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static async Task<JsonElement> CompareAsync(LiveBook book, byte[] filed, string? name = Name, string query = "") =>
        await LiveBook.ReadAsync(await PostAsync(book, filed, name, query), HttpStatusCode.OK);

    private static async Task RefusedAsync(LiveBook book, byte[] filed, string name, HttpStatusCode expected, string type) =>
        await LiveBook.RefusedAsync(await PostAsync(book, filed, name), expected, type);

    private static async Task<HttpResponseMessage> PostAsync(LiveBook book, byte[] filed, string? name, string query = "")
    {
        using var body = new ByteArrayContent(filed);
        if (name is not null)
            body.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name };
        return await book.Accountant.PostAsync(new Uri(book.Month("2025-01", "/compare-filed" + query), UriKind.Relative), body, Cancellation);
    }

    private static string Counts(JsonElement compared)
    {
        var counts = compared.GetProperty("counts");
        return string.Join(' ', new[] { "same", "changed", "onlyFiled", "onlyHere", "unreadable", "outOfOrder" }.Select(name => counts.GetProperty(name).GetInt64()));
    }
}
