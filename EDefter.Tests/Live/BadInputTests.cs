using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Bad input gets a clear Turkish refusal or a rejected row; nothing of it is stored, nothing good is lost, and the process lives.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class BadInputTests(LiveApp app)
{
    private const long WireMost = 100L * 1024 * 1024;

    private static readonly BadRequest[] Refused =
    [
        // Companies.
        new("PUT /api/companies/{co}", """{ "taxId": "45405A6920" }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "454053692" }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}", """{ "id": "baska", "taxId": "4540536920" }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/B%C3%9CY%C3%9CK", """{ "taxId": "4540536920" }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}", "{", "422 unreadable", "admin"),
        new("PUT /api/companies/{co}", "null", "422 unreadable", "admin"),
        new("PUT /api/companies/{co}", "[]", "422 unreadable", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "4540536920", "fiscalYear": "2025" }""", "422 unreadable", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "4540536920", "fiscalYear": { "start": "2025-13-01", "end": "2025-12-31" } }""", "422 unreadable", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "4540536920", "fiscalYear": { "start": "9999-02-01", "end": "9999-12-31" } }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "4540536920", "branches": [null] }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "4540536920", "branches": [{ "code": null }] }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "4540536920", "branches": [{ "code": "0000" }, { "code": "0000" }] }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "4540536920", "branches": [{ "code": "00/00" }] }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "4540536920", "accountants": [null] }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "4540536920", "title": "ÖRNEK\u0007 A.Ş." }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}", """{ "taxId": "4540536920", "branches": [{ "code": "0000", "name": "Merkez\ufffe" }] }""", "422 invalid-company", "admin"),
        new("PUT /api/companies/{co}/accounts", "[null]", "422 unreadable"),
        new("PUT /api/companies/{co}/accounts", """[{ "code": " " }]""", "422 unreadable"),
        new("PUT /api/companies/{co}/accounts", """{ "code": "100" }""", "422 unreadable"),
        new("GET /api/companies/hic-yok", Body: null, "404 unknown-company", "admin"),
        new("POST /api/companies/hic-yok/keys", """{ "role": "erp", "name": "ERP" }""", "404 unknown-company", "admin"),
        new("GET /api/companies/hic-yok/keys", Body: null, "404 unknown-company", "admin"),
        new("POST /api/companies/{co}/keys", """{ "role": "admin", "name": "ben" }""", "422 unreadable", "admin"),
        new("POST /api/companies/{co}/keys", """{ "role": "erp", "name": " " }""", "422 unreadable", "admin"),
        new("POST /api/companies/{co}/keys", """{ "role": "erp", "name": "ERP", "expiresOn": "yarın" }""", "422 unreadable", "admin"),
        new("DELETE /api/companies/{co}/keys/yok", Body: null, "404 unknown-key", "admin"),

        // Somebody else's, or nobody's.
        new("GET /api/companies/hic-yok", Body: null, "403 not-yours"),
        new("POST /api/companies/hic-yok/0000/vouchers", "[]", "403 not-yours", "erp"),
        new("GET /api/companies/{co}", Body: null, "401 unauthenticated", "nobody"),
        new("POST /api/companies/{co}/0000/vouchers", "[]", "401 unauthenticated", "wrong"),
        new("POST {m}/numbers", """{ "by": "Ayşe Yılmaz" }""", "403 not-allowed", "erp"),

        // Books and months.
        new("GET /api/companies/{co}/0009/periods", Body: null, "404 unknown-branch"),
        new("POST /api/companies/{co}/0009/vouchers", "[]", "404 unknown-branch", "erp"),
        new("GET /api/companies/{co}/0000/periods/2025-13", Body: null, "422 invalid-period"),
        new("GET /api/companies/{co}/0000/periods/2025-1", Body: null, "422 invalid-period"),
        new("GET /api/companies/{co}/0000/periods/ocak", Body: null, "422 invalid-period"),
        new("POST /api/companies/{co}/0000/periods/2025-13/check", Body: null, "422 invalid-period"),
        new("POST /api/companies/{co}/0000/periods/2025-13/repairs", Body: null, "422 invalid-period"),
        new("POST /api/companies/{co}/0000/periods/2025-13/numbers", """{ "by": "Ayşe Yılmaz" }""", "422 invalid-period"),
        new("POST /api/companies/{co}/0000/periods/2025-13/archives", """{ "by": "Ayşe Yılmaz" }""", "422 invalid-period"),
        new("PUT /api/companies/{co}/0000/periods/2025-13/source-count", """{ "vouchers": 1 }""", "422 invalid-period"),
        new("GET /api/companies/{co}/0000/periods/2031-01", Body: null, "422 no-fiscal-year"),
        new("GET /api/companies/{co}/0000/periods/9999-12", Body: null, "422 invalid-period"),
        new("GET /api/companies/{co}/0000/periods/0001-01/report", Body: null, "404 not-checked"),
        new("PUT {m}/source-count", """{ "vouchers": -1 }""", "422 unreadable"),
        new("PUT {m}/source-count", """{ "lines": 1 }""", "422 unreadable"),
        new("PUT {m}/source-count", """{ "vouchers": 1.5 }""", "422 unreadable"),
        new("GET {m}/report", Body: null, "404 not-checked"),
        new("POST /api/companies/{co}/0000/check?from=2025-01-31&to=2025-01-01", Body: null, "422 invalid-range"),
        new("POST /api/companies/{co}/0000/check", Body: null, "422 invalid-range"),
        new("GET /api/companies/{co}/0000/report?from=2025-01-01&to=31.01.2025", Body: null, "422 invalid-range"),
        new("GET /api/companies/{co}/0000/report?from=2025-01-01&to=2025-01-31", Body: null, "404 not-checked"),

        // Vouchers.
        new("GET /api/companies/{co}/0000/vouchers", Body: null, "422 invalid-period"),
        new("GET /api/companies/{co}/0000/vouchers?day=31.01.2025", Body: null, "422 invalid-range"),
        new("GET /api/companies/{co}/0000/vouchers?p=2025-01&state=belki", Body: null, "422 unreadable"),
        new("GET /api/companies/{co}/0000/vouchers?p=2025-01&after=yok", Body: null, "422 unreadable"),
        new("GET /api/companies/{co}/0000/vouchers/yok", Body: null, "404 unknown-voucher"),
        new("GET /api/companies/{co}/0000/vouchers/yok/versions", Body: null, "404 unknown-voucher"),
        new("DELETE /api/companies/{co}/0000/vouchers/yok", Body: null, "404 unknown-voucher"),
        new("POST /api/companies/{co}/0000/vouchers", "<fis/>", "415 unknown-content", "erp") { ContentType = "application/xml" },
        new("POST /api/companies/{co}/0000/vouchers", "id;tarih", "422 unreadable", "erp") { ContentType = "text/csv" },
        new("POST /api/companies/{co}/0000/vouchers", "id;tarih", "422 unreadable", "erp") { ContentType = "TEXT/CSV" },
        new("POST /api/companies/{co}/0000/vouchers", "[]", "415 unknown-content", "erp") { Header = "Content-Encoding: br" },
        new("POST /api/companies/{co}/0000/vouchers", "[]", "422 unreadable", "erp") { Header = "Content-Encoding: gzip" },

        // Acts.
        new("POST {m}/numbers", "{", "422 unreadable"),
        new("POST {m}/numbers", """{ "by": 5 }""", "422 unreadable"),
        new("POST {m}/numbers", "[]", "422 unreadable"),
        new("POST {m}/numbers", "{}", "422 missing-by"),
        new("POST {m}/numbers", Body: null, "422 missing-by"),
        new("POST {m}/numbers", """{ "by": "  " }""", "422 missing-by"),
        new("POST {m}/numbers", """{ "by": "Ayşe Yılmaz" }""", "412 invalid-header") { Header = "If-Match: son" },
        new("POST {m}/numbers", """{ "by": "Ayşe Yılmaz" }""", "412 invalid-header") { Header = "If-Match: W/\"1\"" },
        new("POST {m}/numbers", """{ "by": "Ayşe Yılmaz" }""", "412 revision-moved") { Header = "If-Match: \"99\"" },
        new("POST {m}/numbers/undo", "{}", "422 missing-by"),
        new("POST {m}/numbers/undo", """{ "by": "Ayşe Yılmaz" }""", "409 not-numbered"),
        new("GET {m}/numbers", Body: null, "409 not-numbered"),
        new("POST {m}/archives", "{}", "422 missing-by"),
        new("POST {m}/archives", """{ "by": "Ayşe Yılmaz", "profile": "yok" }""", "422 unknown-profile"),
        new("POST {m}/archives", """{ "by": "Ayşe Yılmaz", "profile": "izibiz" }""", "409 not-numbered"),
        new("POST {m}/archives", """{ "by": "Ayşe Yılmaz", "profile": "sovos" }""", "409 unverified-profile"),
        new("POST {m}/archives", """{ "by": "Ayşe Yılmaz", "profile": "ÇOK UZUN / GARİP" }""", "422 unknown-profile"),
        new("POST {m}/archives", """{ "by": "Ayşe Yılmaz", "profile": "izibiz", "parameters": { "yok": "1" } }""", "422 unknown-parameter"),
        new("POST {m}/archives", """{ "by": "Ayşe Yılmaz", "profile": "izibiz", "parameters": { "erpNumber": null } }""", "422 unknown-parameter"),
        new("PUT /api/companies/{co}/profiles/izibiz", "{}", "409 built-in-profile"),
        new("PUT /api/companies/{co}/profiles/bizim", "{}", "422 invalid-profile"),
        new("PUT /api/companies/{co}/profiles/bizim", "{", "422 invalid-profile"),
        new("GET /api/companies/{co}/profiles/yok", Body: null, "404 unknown-profile"),
        new("DELETE /api/companies/{co}/profiles/yok", Body: null, "404 unknown-profile"),
        new("DELETE /api/companies/{co}/profiles/qnb", Body: null, "409 built-in-profile"),
        new("POST {m}/profiles/preview", """{ "profile": "yok" }""", "422 unknown-profile"),
        new("POST {m}/profiles/preview", """{ "profile": 5 }""", "422 unreadable"),
        new("POST {m}/profiles/preview", """{ "profile": { "id": "x" } }""", "422 invalid-profile"),
        new("POST {m}/profiles/preview", """{ "profile": "qnb", "rows": 0 }""", "422 unreadable"),
        new("GET {m}/archives/yok", Body: null, "404 unknown-archive"),
        new("POST {m}/filed", "{}", "422 missing-by"),
        new("POST {m}/filed", """{ "by": "Ayşe Yılmaz" }""", "409 not-numbered"),
        new("POST {m}/filed/revoke", """{ "reason": "silindi" }""", "422 missing-by"),
        new("POST {m}/filed/revoke", """{ "by": "Ayşe Yılmaz" }""", "422 unreadable"),
        new("POST {m}/filed/revoke", """{ "by": "Ayşe Yılmaz", "reason": "silindi" }""", "409 not-filed"),
        new("GET {m}/repairs/yok", Body: null, "404 unknown-run"),
        new("POST {m}/repairs/yok/apply?wait=25", """{ "by": "Ayşe Yılmaz" }""", "422 unreadable"),
        new("POST {m}/repairs/yok/apply?wait=25", """{ "by": "Ayşe Yılmaz", "accept": "hepsi" }""", "422 unreadable"),
        new("POST {m}/repairs/yok/apply?wait=25", """{ "by": "Ayşe Yılmaz", "accept": { "classes": ["Z"] } }""", "422 unreadable"),
        new("POST {m}/repairs/yok/apply?wait=25", """{ "accept": "all" }""", "422 missing-by"),
        new("POST {m}/repairs/yok/apply?wait=25", """{ "by": "Ayşe Yılmaz", "accept": "all" }""", "404 unknown-run"),
        new("POST {m}/repairs/yok/undo?wait=25", """{ "by": "Ayşe Yılmaz" }""", "404 unknown-run"),
        new("GET /api/jobs/yok", Body: null, "404 unknown-job"),
        new("DELETE /api/jobs/yok", Body: null, "404 unknown-job"),

        // What the host itself does not know: no route, or no such method on it.
        new("GET /api/yok", Body: null, "404"),
        new("PATCH {m}", "{}", "404"),
        new("DELETE {m}", Body: null, "404"),
        new("GET {m}/check", Body: null, "404"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_bad_request_is_refused_in_its_words_and_changes_nothing()
    {
        using var book = await OpenAsync();
        using var nobody = book.ClientFor(key: null);
        using var wrong = book.ClientFor(new string('0', 16) + "." + new string('0', 64));
        var before = await SeeAsync(book);
        var failures = new List<string>();
        foreach (var bad in Refused)
        {
            var client = bad.Role switch { "admin" => book.Admin, "erp" => book.Erp, "nobody" => nobody, "wrong" => wrong, _ => book.Accountant };
            using var request = bad.For(book);
            using var response = await client.SendAsync(request, Cancellation);
            var text = await response.Content.ReadAsStringAsync(Cancellation);
            if (WhatIsWrong(bad, response, text) is { } fault)
                failures.Add($"{bad}: {fault}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.Equal(before, await SeeAsync(book));
    }

    [Fact]
    public async Task A_broken_line_is_rejected_with_its_place_and_the_rest_is_stored()
    {
        using var book = await OpenAsync();
        string[] lines = [Line("a"), """{ "id": "b", "number": """, "", """["c"]""", """{ "number": "kimliksiz" }""", "{ \"id\": \"" + new string('x', 129) + "\" }", Line("d")];
        var answer = await book.PostVouchersAsync(string.Join('\n', lines), "application/x-ndjson");
        Assert.Equal((6, 2, 0), (answer.GetProperty("received").GetInt32(), answer.GetProperty("stored").GetInt32(), answer.GetProperty("unchanged").GetInt32()));
        var rejected = answer.GetProperty("rejected").EnumerateArray().ToList();
        Assert.Equal(["satır 2", "satır 4", "satır 5", "satır 6"], rejected.Select(row => row.GetProperty("at").GetString()));
        Assert.Equal(["unreadable", "unreadable", "unreadable", "too-large"], rejected.Select(row => row.GetProperty("code").GetString()));
        Assert.All(rejected, row => Assert.EndsWith(".", row.GetProperty("reason").GetString(), StringComparison.Ordinal));
        Assert.Equal("b", rejected[0].GetProperty("id").GetString());
        await book.GetAsync($"{book.BookPath}/vouchers/a");
        await book.GetAsync($"{book.BookPath}/vouchers/d");
    }

    [Theory]
    [InlineData("[{ \"id\": \"a\", \"date\": \"2025-01-02\" }, { \"id\": ", 2, 1)]
    [InlineData("[{ \"id\": \"a\", \"date\": \"2025-01-02\" }, 5, { \"id\": \"b\", \"date\": \"2025-01-02\" }]", 3, 2)]
    [InlineData("{ \"id\": \"a\" } { \"id\": \"b\" }", 2, 1)]
    [InlineData("fişler", 1, 0)]
    [InlineData("", 1, 0)]
    public async Task A_broken_JSON_body_keeps_what_could_be_read(string body, int received, int stored)
    {
        using var book = await OpenAsync();
        var answer = await book.PostVouchersAsync(body);
        Assert.Equal((received, stored, received - stored), (answer.GetProperty("received").GetInt32(), answer.GetProperty("stored").GetInt32(), answer.GetProperty("rejected").GetArrayLength()));
    }

    [Fact]
    public async Task A_body_of_120_MB_is_refused_before_it_is_read()
    {
        using var book = await OpenAsync();
        var before = await SeeAsync(book);
        using var content = new StreamContent(new FillerStream(Line("dev") + "\n", 120L * 1024 * 1024), 1024 * 1024);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        content.Headers.ContentLength = 120L * 1024 * 1024;
        var problem = await LiveBook.RefusedAsync(await PostAsync(book, content), HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Contains("100 MB", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await SeeAsync(book));
    }

    [Fact]
    public async Task A_body_that_hides_its_length_is_refused_where_it_passes_the_limit()
    {
        using var book = await OpenAsync();
        var before = await SeeAsync(book);
        using var content = new StreamContent(new FillerStream(Line("dev") + "\n", WireMost + 4096), 1024 * 1024);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{book.BookPath}/vouchers") { Content = content };
        request.Headers.TransferEncodingChunked = true;
        await LiveBook.RefusedAsync(await book.Erp.SendAsync(request, Cancellation), HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal(before, await SeeAsync(book));
    }

    [Fact]
    public async Task A_gzip_bomb_is_refused_and_leaves_nothing_behind()
    {
        using var book = await OpenAsync();
        var before = await SeeAsync(book);
        using var bomb = Gzip(new FillerStream(Line("bomba") + "\n", 64L * 1024 * 1024), CompressionLevel.Optimal);
        await LiveBook.RefusedAsync(await PostAsync(book, bomb), HttpStatusCode.RequestEntityTooLarge, "too-large");
        using var act = Gzip(new FillerStream("{ \"by\": \"", 64L * 1024 * 1024), CompressionLevel.Optimal);
        act.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        await LiveBook.RefusedAsync(await book.Accountant.PostAsync(new Uri(book.Month("2025-01", "/numbers"), UriKind.Relative), act, Cancellation), HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal(before, await SeeAsync(book));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(60)]
    public async Task A_gzip_that_was_cut_or_damaged_is_refused_as_a_whole(int cutAt)
    {
        using var book = await OpenAsync();
        var before = await SeeAsync(book);
        using var whole = Gzip(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, 200).Select(n => Line($"g{n}"))))), CompressionLevel.Optimal);
        var bytes = await whole.ReadAsByteArrayAsync(Cancellation);
        if (cutAt < 0)
            bytes[bytes.Length / 2] ^= 0x55;
        using var damaged = Packed(cutAt < 0 ? bytes : bytes[..^cutAt]);
        await LiveBook.RefusedAsync(await PostAsync(book, damaged), HttpStatusCode.UnprocessableEntity, "unreadable");
        Assert.Equal(before, await SeeAsync(book));
    }

    [Fact]
    public async Task An_honest_gzip_is_taken()
    {
        using var book = await OpenAsync();
        using var packed = Gzip(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(1, 50).Select(n => Line($"g{n}"))))), CompressionLevel.Optimal);
        var answer = await LiveBook.ReadAsync(await PostAsync(book, packed), HttpStatusCode.OK);
        Assert.Equal(50, answer.GetProperty("stored").GetInt32());
    }

    [Theory]
    [InlineData("99999999999999")]
    [InlineData("-1")]
    [InlineData("uzun")]
    [InlineData("0")]
    public async Task An_absurd_wait_is_no_wait(string wait)
    {
        using var book = await OpenAsync();
        using var response = await book.Accountant.PostAsync(new Uri(book.Month("2025-01", "/check?wait=" + wait), UriKind.Relative), content: null, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_unknown()
    {
        using var book = await OpenAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("bu bir arşiv değil"));
        var verdict = await LiveBook.ReadAsync(await book.Integrator.PostAsync(new Uri("/api/archives/verify", UriKind.Relative), content, Cancellation), HttpStatusCode.OK);
        Assert.Equal("unknown", verdict.GetProperty("verdict").GetString());
    }

    private async Task<LiveBook> OpenAsync()
    {
        var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("iyi", "2025-01-10"));
        return book;
    }

    // Alive, and the month with its voucher as before: what a bad request must not change.
    private static async Task<string> SeeAsync(LiveBook book)
    {
        var health = await LiveBook.GetAsync(book.Erp, "/api/health");
        var month = await book.GetAsync(book.Month("2025-01"));
        var vouchers = await book.GetAsync($"{book.BookPath}/vouchers?p=2025-01");
        var company = await book.GetAsync($"/api/companies/{book.Company}");
        Assert.Equal(1, vouchers.GetProperty("vouchers").GetArrayLength());
        return $"{health.GetProperty("status").GetString()} {month.GetRawText()} {vouchers.GetRawText()} {company.GetRawText()}";
    }

    private static string? WhatIsWrong(BadRequest bad, HttpResponseMessage response, string text)
    {
        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (bad.Expected == "404")
            return status == "404" && text.Length == 0 ? null : $"{status} {text}";
        if (response.Content.Headers.ContentType?.ToString() != "application/problem+json; charset=utf-8")
            return $"{status} {text}";
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        var isWhole = problem.GetProperty("title").GetString()!.Length > 0 && problem.GetProperty("detail").GetString()!.EndsWith('.') && problem.GetProperty("status").ToString() == status;
        return isWhole && bad.Expected == $"{status} {problem.GetProperty("type").GetString()!["urn:edefter:".Length..]}" ? null : $"{status} {text}";
    }

    private static Task<HttpResponseMessage> PostAsync(LiveBook book, HttpContent content) => book.Erp.PostAsync(new Uri($"{book.BookPath}/vouchers", UriKind.Relative), content, Cancellation);

    private static string Line(string id) => LiveBook.Voucher(id, "2025-01-11").ReplaceLineEndings(" ");

    private static ByteArrayContent Gzip(Stream content, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, level, leaveOpen: true))
            content.CopyTo(zip);
        content.Dispose();
        return Packed(packed.ToArray());
    }

    private static ByteArrayContent Packed(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }
}
