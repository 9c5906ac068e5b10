using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The end of the line: what an integrator downloads is what the ERP sent, field by field, and stays so.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class RoundTripTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_sent_in_any_order_and_partly_twice_comes_back_field_by_field()
    {
        using var book = await OpenNumberedAsync();
        var archive = await ArchiveAsync(book);
        var (zip, disposition) = await DownloadAsync(archive);
        Assert.StartsWith("attachment; filename=\"4540536920_0000_201301_0001.zip\"", disposition, StringComparison.Ordinal);
        using var opened = new ZipArchive(new MemoryStream(zip));
        var file = Assert.Single(opened.Entries);
        Assert.Equal("4540536920_0000_201301_0001.csv", file.FullName);
        var rows = Parse(file);
        var expected = PublishedMonth.Rows();
        Assert.Equal(expected.Count, rows.Count);
        for (var i = 0; i < expected.Count; i++)
            Assert.Equal(expected[i], rows[i]);
    }

    [Fact]
    public async Task The_same_numbers_give_the_same_archive_and_taking_them_back_and_again_the_same_content()
    {
        using var book = await OpenNumberedAsync();
        var first = await ArchiveAsync(book);
        var again = await ArchiveAsync(book);
        Assert.Equal(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        Assert.Equal((await DownloadAsync(first)).Zip, (await DownloadAsync(again)).Zip);
        Assert.Single((await book.GetAsync(book.Month("2013-01", "/archives"))).EnumerateArray());

        await book.ActAsync(book.Month("2013-01", "/numbers/undo"), new { by = Person });
        Assert.All((await book.GetAsync(book.Month("2013-01", "/archives"))).EnumerateArray(), old => Assert.False(old.GetProperty("current").GetBoolean()));
        await book.ActAsync(book.Month("2013-01", "/numbers"), new { by = Person });
        var renewed = await ArchiveAsync(book);
        Assert.Equal(FilesOf(first), FilesOf(renewed));
        Assert.Equal(first.GetProperty("content").GetString(), renewed.GetProperty("content").GetString());
    }

    [Fact]
    public async Task Verifying_says_intact_or_altered_with_the_file_or_unknown()
    {
        using var book = await OpenNumberedAsync();
        var (zip, _) = await DownloadAsync(await ArchiveAsync(book));
        Assert.Equal("intact", (await VerifyAsync(book, zip)).GetProperty("verdict").GetString());
        var altered = await VerifyAsync(book, Repacked(zip, bytes => bytes[bytes.Length / 2] ^= 1));
        Assert.Equal("altered", altered.GetProperty("verdict").GetString());
        Assert.Equal("4540536920_0000_201301_0001.csv", altered.GetProperty("differences")[0].GetProperty("file").GetString());
        Assert.Equal("unknown", (await VerifyAsync(book, Encoding.UTF8.GetBytes("başka bir dosya"), "mektup.txt")).GetProperty("verdict").GetString());
        using var other = await LiveBook.OpenAsync(app);
        Assert.Equal("unknown", (await VerifyAsync(other, zip)).GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task The_link_reads_one_archive_for_a_while_and_writes_nothing()
    {
        using var book = await OpenNumberedAsync();
        var archive = await ArchiveAsync(book);
        var url = new Uri(archive.GetProperty("url").GetString()!);
        var life = archive.GetProperty("expiresAt").GetDateTimeOffset() - DateTimeOffset.UtcNow;
        Assert.InRange(life, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(61));
        using var client = new HttpClient();
        using var write = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ByteArrayContent([1]) };
        write.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var written = await client.SendAsync(write, Cancellation);
        using var deleted = await client.DeleteAsync(url, Cancellation);
        using var bare = await client.GetAsync(new Uri(url.GetLeftPart(UriPartial.Path)), Cancellation);
        Assert.All([written, deleted, bare], response => Assert.False(response.IsSuccessStatusCode));
        Assert.Equal(archive.GetProperty("bytes").GetInt64(), (await DownloadAsync(archive)).Zip.LongLength);
        var shown = await LiveBook.GetAsync(book.Integrator, book.Month("2013-01", "/archives/" + archive.GetProperty("id").GetString()));
        Assert.Equal(archive.GetProperty("sha256").GetString(), shown.GetProperty("sha256").GetString());
        await book.GetAsync(book.Month("2013-01", "/archives/" + archive.GetProperty("id").GetString()![..8]), HttpStatusCode.NotFound);
    }

    private async Task<LiveBook> OpenNumberedAsync()
    {
        var book = await LiveBook.OpenAsync(app, company =>
        {
            company["fiscalYear"] = new JsonObject { ["start"] = "2013-01-01", ["end"] = "2013-12-31" };
            company["accountants"]![0]!["engagement"] = "SMMM sözleşmesi, 2013-01-01, M1";
        });
        string[] vouchers = [.. PublishedMonth.All.Select(voucher => voucher.Json), .. PublishedMonth.All.Take(10).Select(voucher => voucher.Json)];
        new Random(2013).Shuffle(vouchers);
        foreach (var part in vouchers.Chunk(25))
            await book.PostVouchersAsync(string.Join('\n', part), "application/x-ndjson");
        var report = await book.ActAsync(book.Month("2013-01", "/check"));
        Assert.True(report.GetProperty("counts").GetProperty("error").GetInt32() == 0, (await book.GetAsync(book.Month("2013-01", "/report?size=5"))).GetProperty("findings").GetRawText());
        var numbers = await book.ActAsync(book.Month("2013-01", "/numbers"), new { by = Person });
        Assert.Equal((60, 300), (numbers.GetProperty("last").GetInt32(), numbers.GetProperty("lastLine").GetInt32()));
        return book;
    }

    private static Task<JsonElement> ArchiveAsync(LiveBook book) => book.ActAsync(book.Month("2013-01", "/archives"), new { by = Person, profile = "izibiz" });

    // As a browser does: no key, only the link.
    private static async Task<(byte[] Zip, string? Disposition)> DownloadAsync(JsonElement archive)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(archive.GetProperty("url").GetString()!), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsByteArrayAsync(Cancellation), response.Content.Headers.ContentDisposition?.ToString());
    }

    private static async Task<JsonElement> VerifyAsync(LiveBook book, byte[] bytes, string name = "")
    {
        using var content = new ByteArrayContent(bytes);
        return await LiveBook.ReadAsync(await book.Integrator.PostAsync(new Uri("/api/archives/verify?name=" + name, UriKind.Relative), content, Cancellation), HttpStatusCode.OK);
    }

    private static IEnumerable<string> FilesOf(JsonElement archive) =>
        archive.GetProperty("manifest").GetProperty("files").EnumerateArray().Select(file => $"{file.GetProperty("name").GetString()} {file.GetProperty("sha256").GetString()}");

    private static byte[] Repacked(byte[] zip, Action<byte[]> alter)
    {
        using var source = new ZipArchive(new MemoryStream(zip));
        using var target = new MemoryStream();
        using (var written = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var bytes = BytesOf(entry);
                alter(bytes);
                using var stream = written.CreateEntry(entry.FullName).Open();
                stream.Write(bytes);
            }
        }

        return target.ToArray();
    }

    // Windows-1254, rows ended by a lone CR, cells parted by ';', nothing quoted: İzibiz.
    private static List<string[]> Parse(ZipArchiveEntry file)
    {
        var text = CodePagesEncodingProvider.Instance.GetEncoding(1254)!.GetString(BytesOf(file));
        Assert.EndsWith("\r", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text, StringComparison.Ordinal);
        return [.. text[..^1].Split('\r').Select(row => row.Split(';'))];
    }

    private static byte[] BytesOf(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
