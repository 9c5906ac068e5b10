using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ClosedXML.Excel;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Big files: a link to write one blob, then a job that imports it.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class UploadTests(LiveApp app)
{
    private const string NdjsonType = "application/x-ndjson";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_is_imported_by_the_ERP_and_asking_again_finds_the_same_import()
    {
        using var book = await LiveBook.OpenAsync(app);
        var upload = await OpenAsync(book);
        Assert.Equal(5_000_000_000, upload.GetProperty("maxBytes").GetInt64());
        await PutAsync(upload, Gzip(Ndjson(30, "{ \"id\": \"\" }", "bozuk")), NdjsonType);

        var answer = await ImportAsync(book, upload);

        Assert.Equal((32, 30, 2, 1), (Int(answer, "received"), Int(answer, "stored"), Int(answer, "rejectedCount"), Int(answer, "batches")));
        Assert.Equal(["satır 31", "satır 32"], answer.GetProperty("rejected").EnumerateArray().Select(row => row.GetProperty("at").GetString()));
        Assert.Equal("2025-01", answer.GetProperty("periods")[0].GetProperty("period").GetString());
        var again = await ImportAsync(book, upload);
        Assert.Equal(answer.GetRawText(), again.GetRawText());
        Assert.Equal(1, (await book.GetAsync(book.Month("2025-01"))).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task Rejected_rows_are_listed_page_by_page_however_many_they_are()
    {
        using var book = await LiveBook.OpenAsync(app);
        var upload = await OpenAsync(book);
        await PutAsync(upload, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{ \"lines\": [] }\n", 250))), NdjsonType);
        var path = $"{book.BookPath}/uploads/{Id(upload)}/rejected?size=200";
        await LiveBook.RefusedAsync(await book.Erp.GetAsync(new Uri(path, UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "not-imported");

        var answer = await ImportAsync(book, upload);

        Assert.Equal((250, 100), (Int(answer, "rejectedCount"), answer.GetProperty("rejected").GetArrayLength()));
        var first = await LiveBook.GetAsync(book.Erp, path);
        var second = await LiveBook.GetAsync(book.Erp, first.GetProperty("next").GetString()!);
        Assert.False(second.TryGetProperty("next", out _));
        var places = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(row => row.GetProperty("at").GetString());
        Assert.Equal(Enumerable.Range(1, 250).Select(n => string.Create(CultureInfo.InvariantCulture, $"satır {n}")), places);
    }

    [Fact]
    public async Task A_link_writes_its_own_blob_and_neither_reads_nor_deletes()
    {
        using var book = await LiveBook.OpenAsync(app);
        var upload = await OpenAsync(book);
        await PutAsync(upload, Ndjson(1), NdjsonType);
        var url = upload.GetProperty("url").GetString()!;
        using var http = new HttpClient();
        using var read = await http.GetAsync(new Uri(url), Cancellation);
        using var delete = await http.DeleteAsync(new Uri(url), Cancellation);
        using var other = await SendAsync(url.Replace(Id(upload), new string('0', 32), StringComparison.Ordinal), Ndjson(1), NdjsonType);
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [read.StatusCode, delete.StatusCode, other.StatusCode]);
    }

    [Fact]
    public async Task Another_company_cannot_import_an_upload_and_its_jobs_stay_unseen()
    {
        using var own = await LiveBook.OpenAsync(app);
        using var foreign = await LiveBook.OpenAsync(app);
        var upload = await OpenAsync(foreign);
        await PutAsync(upload, Ndjson(1), NdjsonType);
        await LiveBook.RefusedAsync(await own.Erp.PostAsync(new Uri($"{own.BookPath}/uploads/{Id(upload)}/import", UriKind.Relative), content: null, Cancellation), HttpStatusCode.NotFound, "unknown-upload");
        var started = await foreign.Erp.PostAsync(new Uri($"{foreign.BookPath}/uploads/{Id(upload)}/import", UriKind.Relative), content: null, Cancellation);
        await LiveBook.RefusedAsync(await own.Erp.GetAsync(started.Headers.Location, Cancellation), HttpStatusCode.NotFound, "unknown-job");
        // An ERP sees its imports, not what the bookkeeper's jobs end with.
        var check = await foreign.Accountant.PostAsync(new Uri(foreign.Month("2025-01", "/check"), UriKind.Relative), content: null, Cancellation);
        await LiveBook.RefusedAsync(await foreign.Erp.GetAsync(check.Headers.Location, Cancellation), HttpStatusCode.NotFound, "unknown-job");
        Assert.Equal("import", (await LiveBook.GetAsync(foreign.Erp, started.Headers.Location + "?wait=25")).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task An_upload_that_was_written_again_is_another_import()
    {
        using var book = await LiveBook.OpenAsync(app);
        var upload = await OpenAsync(book);
        await PutAsync(upload, Ndjson(2), NdjsonType);
        Assert.Equal(2, Int(await ImportAsync(book, upload), "stored"));
        await PutAsync(upload, Ndjson(3), NdjsonType);
        var second = await ImportAsync(book, upload);
        Assert.Equal((1, 2), (Int(second, "stored"), Int(second, "unchanged")));
    }

    [Fact]
    public async Task Workbooks_and_CSV_are_read_as_they_are_when_posted()
    {
        using var book = await LiveBook.OpenAsync(app);
        var csv = await OpenAsync(book);
        await PutAsync(csv, Gzip(Encoding.UTF8.GetBytes("FİŞ NO;TARİH;HESAP KODU;BORÇ;ALACAK\r\n1;15.01.2025;100;1.234,50;\r\n1;15.01.2025;600;;1.234,50\r\n;;;1;\r\n")), "application/octet-stream");
        var answer = await ImportAsync(book, csv, new { contentType = "text/csv", profile = "edefter" });
        Assert.Equal((1, 1), (Int(answer, "stored"), Int(answer, "rejectedCount")));
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Fişler");
        foreach (var (column, header, value) in new[] { (1, "Fiş No", "2"), (2, "Tarih", "16.01.2025"), (3, "Hesap Kodu", "100"), (4, "Borç", "5") })
        {
            sheet.Cell(1, column).SetDataType(XLDataType.Text).SetValue(header);
            sheet.Cell(2, column).SetDataType(XLDataType.Text).SetValue(value);
        }

        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        var xlsx = await OpenAsync(book);
        await PutAsync(xlsx, saved.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        Assert.Equal(1, Int(await ImportAsync(book, xlsx), "stored"));
        Assert.Equal("2", (await book.GetAsync($"{book.BookPath}/vouchers/2~2025-01-16")).GetProperty("number").GetString());
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_and_nothing_of_it_is_stored()
    {
        using var book = await LiveBook.OpenAsync(app);
        var packed = Gzip(Ndjson(30_000));
        await RefusedAsync(book, packed[..^9], NdjsonType, body: null, HttpStatusCode.UnprocessableEntity, "unreadable");
        await RefusedAsync(book, Bomb(), NdjsonType, body: null, HttpStatusCode.RequestEntityTooLarge, "too-large");
        await RefusedAsync(book, "merhaba"u8.ToArray(), "application/octet-stream", new { contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" }, HttpStatusCode.UnprocessableEntity, "unreadable");
        await RefusedAsync(book, "a;b\n"u8.ToArray(), "text/csv", new { profile = "yok" }, HttpStatusCode.UnprocessableEntity, "unknown-reading-profile");
        await RefusedAsync(book, "[]"u8.ToArray(), "application/pdf", body: null, HttpStatusCode.UnsupportedMediaType, "unknown-content");
        await LiveBook.RefusedAsync(await book.Erp.PostAsync(new Uri($"{book.BookPath}/uploads/yok/import", UriKind.Relative), content: null, Cancellation), HttpStatusCode.NotFound, "unknown-upload");
        var unwritten = await OpenAsync(book);
        await LiveBook.RefusedAsync(await book.Erp.PostAsync(new Uri($"{book.BookPath}/uploads/{Id(unwritten)}/import", UriKind.Relative), content: null, Cancellation), HttpStatusCode.NotFound, "unknown-upload");
        Assert.Equal(0, (await book.GetAsync(book.Month("2025-01"))).GetProperty("vouchers").GetInt32());
    }

    private static async Task<JsonElement> OpenAsync(LiveBook book) =>
        await LiveBook.ReadAsync(await book.Erp.PostAsync(new Uri(book.BookPath + "/uploads", UriKind.Relative), content: null, Cancellation), HttpStatusCode.Created);

    private static async Task PutAsync(JsonElement upload, byte[] bytes, string type)
    {
        using var answer = await SendAsync(upload.GetProperty("url").GetString()!, bytes, type);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(string url, byte[] bytes, string type)
    {
        using var http = new HttpClient();
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        content.Headers.Add("x-ms-blob-type", "BlockBlob");
        return await http.PutAsync(new Uri(url), content, Cancellation);
    }

    private static Task<JsonElement> ImportAsync(LiveBook book, JsonElement upload, object? body = null) => LiveBook.ActAsync(book.Erp, $"{book.BookPath}/uploads/{Id(upload)}/import", body);

    private static async Task RefusedAsync(LiveBook book, byte[] bytes, string type, object? body, HttpStatusCode expected, string refusal)
    {
        var upload = await OpenAsync(book);
        await PutAsync(upload, bytes, type);
        await LiveBook.RefusedAsync(await book.Erp.PostAsJsonAsync($"{book.BookPath}/uploads/{Id(upload)}/import?wait=25", body ?? new { }, Cancellation), expected, refusal);
    }

    private static string Id(JsonElement upload) => upload.GetProperty("id").GetString()!;

    private static int Int(JsonElement answer, string name) => answer.GetProperty(name).GetInt32();

    private static byte[] Ndjson(int vouchers, params string[] after)
    {
        var lines = Enumerable.Range(0, vouchers).Select(n => LiveBook.Voucher($"u{n}", "2025-01-15").ReplaceLineEndings(" ")).Concat(after);
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
            zip.Write(bytes);
        return packed.ToArray();
    }

    // A good voucher first, so that a bomb that goes off late would have stored it.
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            zip.Write(Ndjson(1));
            zip.Write("\n"u8);
            var blanks = new byte[1024 * 1024];
            blanks.AsSpan().Fill((byte)' ');
            for (var n = 0; n < 64; n++)
                zip.Write(blanks);
        }

        return packed.ToArray();
    }
}
