using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Files of the authority over HTTP: judged under their official names, refused where there is nothing to judge; nothing is stored.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class XmlCheckTests(LiveApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The name stands in a header, which nobody logs, or as ever in the address.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_draft_is_told_to_lack_its_signature_and_nothing_else(bool isNamedInHeader)
    {
        using var book = await LiveBook.OpenAsync(app);
        var (name, content) = GibMonths.Write(Months.Golden()).Documents.First();
        using var body = new ByteArrayContent(content);
        if (isNamedInHeader)
            body.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name };
        var report = await LiveBook.ReadAsync(await book.Integrator.PostAsync(new Uri("/api/xml/check" + (isNamedInHeader ? string.Empty : "?name=" + name), UriKind.Relative), body, Cancellation), HttpStatusCode.OK);
        var document = Assert.Single(report.GetProperty("documents").EnumerateArray());
        Assert.Equal((name, 1, 5), (document.GetProperty("file").GetString(), document.GetProperty("findingCount").GetInt32(), document.GetProperty("entries").GetInt32()));
        var finding = Assert.Single(document.GetProperty("findings").EnumerateArray());
        Assert.Equal(("Y06", "Defter imzalanmamış."), (finding.GetProperty("assert").GetString(), finding.GetProperty("message").GetString()));
        Assert.False(report.GetProperty("isClean").GetBoolean());
        Assert.Equal((131, 1), (document.GetProperty("asserts").GetProperty("run").GetInt32(), document.GetProperty("asserts").GetProperty("failed").GetInt32()));
        Assert.Equal(("skipped", "skipped"), (document.GetProperty("xsd").GetString(), report.GetProperty("schema").GetProperty("outcome").GetString()));
    }

    [Theory]
    [InlineData("&format=xlsx", null)]
    [InlineData("", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task The_report_comes_as_a_workbook_when_it_is_asked_for(string query, string? accept)
    {
        using var book = await LiveBook.OpenAsync(app);
        var (name, content) = GibMonths.Write(Months.Golden()).Documents.First();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/xml/check?name=" + name + query, UriKind.Relative)) { Content = new ByteArrayContent(content) };
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        using var response = await book.Integrator.SendAsync(request, Cancellation);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType!.ToString());
        using var workbook = new ClosedXML.Excel.XLWorkbook(await response.Content.ReadAsStreamAsync(Cancellation));
        Assert.Equal("Y06", workbook.Worksheet("Bulgular").Cell(2, 2).GetString());
    }

    [Fact]
    public async Task A_file_that_was_packed_on_its_way_is_the_file()
    {
        using var book = await LiveBook.OpenAsync(app);
        var (name, content) = GibMonths.Write(Months.Golden()).Documents.First();
        var plain = await CheckAsync(book, name, content, encoding: null, HttpStatusCode.OK);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(content, Cancellation);
        Assert.Equal(plain.GetRawText(), (await CheckAsync(book, name, packed.ToArray(), "gzip", HttpStatusCode.OK)).GetRawText());
        Assert.Equal("urn:edefter:unreadable", (await CheckAsync(book, name, packed.ToArray()[..100], "gzip", HttpStatusCode.UnprocessableEntity)).GetProperty("type").GetString());
        Assert.Equal("urn:edefter:unknown-content", (await CheckAsync(book, name, content, "br", HttpStatusCode.UnsupportedMediaType)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task What_is_no_document_of_the_authority_is_refused()
    {
        using var book = await LiveBook.OpenAsync(app);
        foreach (var (path, content) in new[] { ("/api/xml/check", "<a/>"), ("/api/xml/check?name=defter.xml", "<a/>") })
        {
            var refused = await LiveBook.ReadAsync(await book.Integrator.PostAsync(new Uri(path, UriKind.Relative), new StringContent(content), Cancellation), HttpStatusCode.UnprocessableEntity);
            Assert.Equal("urn:edefter:no-gib-document", refused.GetProperty("type").GetString());
        }
    }

    private static async Task<JsonElement> CheckAsync(LiveBook book, string name, byte[] content, string? encoding, HttpStatusCode expected)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name };
        if (encoding is not null)
            body.Headers.ContentEncoding.Add(encoding);
        return await LiveBook.ReadAsync(await book.Integrator.PostAsync(new Uri("/api/xml/check", UriKind.Relative), body, Cancellation), expected);
    }
}
