using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ClosedXML.Excel;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>A company's own ways of reading tables over HTTP: kept in versions, previewed, and chosen when vouchers or a chart come in.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class ReadingProfileTests(LiveApp app)
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Table = "Evrak;Gün;Hesap;B;A;Not\n007;15-01-2025;120.01;1.234,50;;ilk\n007;15-01-2025;600.01;;1.234,50;\n008;16-01-2025;120.01;5;;\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_company_teaches_its_ERPs_headers_looks_at_a_preview_and_sends()
    {
        using var book = await LiveBook.OpenAsync(app);
        await LiveBook.RefusedAsync(await PostAsync(book, $"{book.BookPath}/vouchers", Table), HttpStatusCode.UnprocessableEntity, "unreadable");
        var saved = await PutAsync(book, "bizim-erp", Own(1));
        Assert.Equal(("vouchers", false, 1), (saved.GetProperty("reads").GetString(), saved.GetProperty("builtIn").GetBoolean(), saved.GetProperty("versions").GetArrayLength()));

        var preview = await LiveBook.ReadAsync(await PostAsync(book, $"{Path(book)}/preview?profile=bizim-erp&rows=2", Table), HttpStatusCode.OK);
        Assert.Equal(("utf-8", ";", true), (preview.GetProperty("encoding").GetString(), preview.GetProperty("separator").GetString(), preview.GetProperty("more").GetBoolean()));
        Assert.Equal("1234.50", preview.GetProperty("rows")[0].GetProperty("values").GetProperty("debit").GetString());
        Assert.Equal("ilk", preview.GetProperty("rows")[0].GetProperty("unknown").GetProperty("Not").GetString());
        Assert.Equal(2, Assert.Single(preview.GetProperty("vouchers").EnumerateArray()).GetProperty("lines").GetArrayLength());
        await LiveBook.RefusedAsync(await book.Erp.GetAsync(new Uri($"{book.BookPath}/vouchers/007~2025-01-15", UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "unknown-voucher");

        var sent = await LiveBook.ReadAsync(await PostAsync(book, $"{book.BookPath}/vouchers?profile=bizim-erp", Table), HttpStatusCode.OK);
        Assert.Equal(2, sent.GetProperty("stored").GetInt32());
        var voucher = await book.GetAsync($"{book.BookPath}/vouchers/007~2025-01-15");
        Assert.Equal(("007", 1234.50m), (voucher.GetProperty("number").GetString(), voucher.GetProperty("lines")[0].GetProperty("debit").GetDecimal()));
    }

    [Fact]
    public async Task Every_content_is_kept_and_a_deleted_one_can_no_longer_be_chosen()
    {
        using var book = await LiveBook.OpenAsync(app);
        var first = await PutAsync(book, "bizim-erp", Own(1));
        Assert.Equal(2, (await PutAsync(book, "bizim-erp", Own(2))).GetProperty("versions").GetArrayLength());
        Assert.Equal(2, (await PutAsync(book, "bizim-erp", Own(2))).GetProperty("versions").GetArrayLength());
        Assert.Equal(Own(2), await book.Erp.GetStringAsync(new Uri($"{Path(book)}/bizim-erp", UriKind.Relative), Cancellation));
        Assert.Equal(["edefter", "hesap-plani", "bizim-erp"], (await book.GetAsync(Path(book))).EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        // The formats of integrators know nothing of it.
        Assert.Equal(0, (await book.GetAsync($"/api/companies/{book.Company}/profiles")).GetArrayLength());
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri($"/api/companies/{book.Company}/profiles/bizim-erp", UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "unknown-profile");

        using (var deleted = await book.Accountant.DeleteAsync(new Uri($"{Path(book)}/bizim-erp", UriKind.Relative), Cancellation))
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await LiveBook.RefusedAsync(await book.Accountant.DeleteAsync(new Uri($"{Path(book)}/bizim-erp", UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "unknown-reading-profile");
        await LiveBook.RefusedAsync(await PostAsync(book, $"{book.BookPath}/vouchers?profile=bizim-erp", Table), HttpStatusCode.UnprocessableEntity, "unknown-reading-profile");
        Assert.Equal(Own(1), await book.Accountant.GetStringAsync(new Uri($"{Path(book)}/bizim-erp?hash={first.GetProperty("hash").GetString()}", UriKind.Relative), Cancellation));
        Assert.Equal(3, (await PutAsync(book, "bizim-erp", Own(3))).GetProperty("versions").GetArrayLength());
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_Turkish()
    {
        using var book = await LiveBook.OpenAsync(app);
        var problem = await LiveBook.RefusedAsync(await SendAsync(book, "bizim-erp", Own(1).Replace("\"dd-MM-yyyy\"", "\"gün\"", StringComparison.Ordinal)), HttpStatusCode.UnprocessableEntity, "invalid-reading-profile");
        Assert.Equal("dates", Assert.Single(problem.GetProperty("faults").EnumerateArray()).GetProperty("place").GetString());
        await LiveBook.RefusedAsync(await SendAsync(book, "edefter", Own(1)), HttpStatusCode.Conflict, "built-in-profile");
        await LiveBook.RefusedAsync(await SendAsync(book, "baska", Own(1)), HttpStatusCode.UnprocessableEntity, "invalid-reading-profile");
        await LiveBook.RefusedAsync(await SendAsync(book, "bizim-erp", Own(1).Replace("Bizim ERP", new string('x', 300_000), StringComparison.Ordinal)), HttpStatusCode.RequestEntityTooLarge, "too-large");
        await LiveBook.RefusedAsync(await book.Accountant.DeleteAsync(new Uri($"{Path(book)}/edefter", UriKind.Relative), Cancellation), HttpStatusCode.Conflict, "built-in-profile");
        await LiveBook.RefusedAsync(await PostAsync(book, $"{Path(book)}/preview?rows=0", Table), HttpStatusCode.UnprocessableEntity, "unreadable");
        await LiveBook.RefusedAsync(await PostAsync(book, $"{Path(book)}/preview?profile=yok", Table), HttpStatusCode.UnprocessableEntity, "unknown-reading-profile");
        // A CSV whose type was forgotten is not taken for broken JSON.
        var forgotten = await LiveBook.RefusedAsync(await PostAsync(book, $"{book.BookPath}/vouchers?profile=edefter", Table, "application/x-www-form-urlencoded"), HttpStatusCode.UnsupportedMediaType, "unknown-content");
        Assert.Contains("text/csv", forgotten.GetProperty("detail").GetString(), StringComparison.Ordinal);
        // A way of reading charts reads no vouchers.
        var known = await LiveBook.RefusedAsync(await PostAsync(book, $"{book.BookPath}/vouchers?profile=hesap-plani", Table), HttpStatusCode.UnprocessableEntity, "unknown-reading-profile");
        Assert.EndsWith("Tanınan biçimler: edefter.", known.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_of_accounts_is_read_by_a_profile_of_its_own()
    {
        using var book = await LiveBook.OpenAsync(app);
        await PutAsync(book, "planimiz", """{"schema":1,"id":"planimiz","title":"Planımız","version":1,"columns":[{"member":"accountCode","headers":["Kod"],"required":true},{"member":"accountTitle","headers":["İsim"]}]}""");
        using var workbook = new XLWorkbook();
        workbook.AddWorksheet("Plan").Cell(1, 1).InsertData(new[] { new[] { "Kod", "İsim" }, new[] { "120.010", "ŞİŞLİ ŞUBE" } });
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);

        using var content = new ByteArrayContent(bytes.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue(WorkbookType);
        using var preview = new ByteArrayContent(bytes.ToArray());
        preview.Headers.ContentType = new MediaTypeHeaderValue(WorkbookType);

        var shown = await LiveBook.ReadAsync(await book.Accountant.PostAsync(new Uri($"{Path(book)}/preview?profile=planimiz", UriKind.Relative), preview, Cancellation), HttpStatusCode.OK);
        Assert.Equal(("Plan", "ŞİŞLİ ŞUBE", 0), (shown.GetProperty("sheets")[0].GetProperty("sheet").GetString(), shown.GetProperty("rows")[0].GetProperty("values").GetProperty("accountTitle").GetString(), shown.GetProperty("vouchers").GetArrayLength()));
        var saved = await LiveBook.ReadAsync(await book.Accountant.PutAsync(new Uri($"/api/companies/{book.Company}/accounts?profile=planimiz", UriKind.Relative), content, Cancellation), HttpStatusCode.OK);
        Assert.Equal(1, saved.GetProperty("accounts").GetInt32());
    }

    [Fact]
    public async Task What_an_integrator_got_can_be_read_in_again_by_a_profile()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("2", "2025-01-10")},{LiveBook.Voucher("1", "2025-01-09")}]");
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" });
        var archive = await book.ActAsync(book.Month("2025-01", "/archives"), new { by = "Ayşe Yılmaz", profile = "izibiz" });
        using var download = new HttpClient();
        var csv = Sealing.Archives.Open(await download.GetByteArrayAsync(new Uri(archive.GetProperty("url").GetString()!), Cancellation))[0].Content;

        using var other = await LiveBook.OpenAsync(app);
        await PutAsync(other, "izibiz", Izibiz);
        using var content = new ByteArrayContent(csv);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var sent = await LiveBook.ReadAsync(await other.Erp.PostAsync(new Uri($"{other.BookPath}/vouchers?profile=izibiz", UriKind.Relative), content, Cancellation), HttpStatusCode.OK);

        Assert.Equal((2, 2, 0), (sent.GetProperty("received").GetInt32(), sent.GetProperty("stored").GetInt32(), sent.GetProperty("rejected").GetArrayLength()));
        foreach (var id in (string[])["1", "2"])
        {
            var (was, now) = (await book.GetAsync($"{book.BookPath}/vouchers/{id}"), await other.GetAsync($"{other.BookPath}/vouchers/{id}"));
            foreach (var member in (string[])["number", "date", "enteredBy", "comment"])
                Assert.Equal(was.GetProperty(member).GetString(), now.GetProperty(member).GetString());
            Assert.Equal(was.GetProperty("lines").EnumerateArray().Select(Told), now.GetProperty("lines").EnumerateArray().Select(Told));
        }
    }

    private const string Izibiz = """
        {
          "schema": 1, "id": "izibiz", "title": "İzibiz dosyası", "version": 1,
          "encodings": ["windows-1254"], "emptyWords": ["NULL"],
          "columns": [
            { "member": "id", "headers": ["entryref"], "required": true }, { "member": "number", "headers": ["entrynumber"] }, { "member": "date", "headers": ["entereddate"], "required": true },
            { "member": "enteredBy", "headers": ["enteredby"] }, { "member": "comment", "headers": ["entrycomment"] }, { "member": "account", "headers": ["accsubid"], "required": true },
            { "member": "accountName", "headers": ["accsubdesc"] }, { "member": "amount", "headers": ["amount"] }, { "member": "side", "headers": ["debitcreditcode"] },
            { "member": "documentType", "headers": ["documenttype"] }, { "member": "documentNumber", "headers": ["documentnumber"] }, { "member": "documentDate", "headers": ["documentdate"] }
          ]
        }
        """;

    private static string Told(JsonElement line) => string.Join('|', Text(line, "account"), Amount(line, "debit"), Amount(line, "credit"), line.TryGetProperty("document", out var document) ? Text(document, "type") + Text(document, "number") + Text(document, "date") : string.Empty);

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static decimal Amount(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetDecimal() : 0;

    private static string Own(int version) => $$"""
        {"schema":1,"id":"bizim-erp","title":"Bizim ERP","version":{{version}},"numbers":["tr-TR"],"dates":["dd-MM-yyyy"],"groupBy":["number","date"],"columns":[{"member":"number","headers":["Evrak"],"required":true},{"member":"date","headers":["Gün"],"required":true},{"member":"account","headers":["Hesap"],"required":true},{"member":"debit","headers":["B"]},{"member":"credit","headers":["A"]}]}
        """;

    private static string Path(LiveBook book) => $"/api/companies/{book.Company}/reading-profiles";

    private static async Task<HttpResponseMessage> SendAsync(LiveBook book, string id, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await book.Accountant.PutAsync(new Uri($"{Path(book)}/{id}", UriKind.Relative), content, Cancellation);
    }

    private static async Task<JsonElement> PutAsync(LiveBook book, string id, string json) => await LiveBook.ReadAsync(await SendAsync(book, id, json), HttpStatusCode.OK);

    private static async Task<HttpResponseMessage> PostAsync(LiveBook book, string path, string table, string type = "text/csv")
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(table));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await book.Erp.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation);
    }
}
