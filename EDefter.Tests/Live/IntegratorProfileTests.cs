using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Formats;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>File formats over HTTP: every one archived and verified, a company's own kept in versions, and previews before and after numbering.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class IntegratorProfileTests(LiveApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_profile_makes_an_archive_that_is_verified_intact()
    {
        using var book = await NumberedAsync();
        foreach (var profile in ProfileBook.Standard.Profiles)
        {
            if (profile.IsUnverified)
            {
                var refused = await book.ActAsync(book.Month("2025-01", "/archives"), new { by = "Ayşe Yılmaz", profile = profile.Id }, HttpStatusCode.Conflict);
                Assert.Equal("urn:edefter:unverified-profile", refused.GetProperty("type").GetString());
                Assert.Equal("acceptUnverified", refused.GetProperty("member").GetString());
            }

            var archive = await book.ActAsync(book.Month("2025-01", "/archives"), new { by = "Ayşe Yılmaz", profile = profile.Id, acceptUnverified = true });
            var told = archive.GetProperty("manifest").GetProperty("profile");
            Assert.Equal((profile.Hash, profile.IsUnverified), (told.GetProperty("hash").GetString(), told.GetProperty("unverified").GetBoolean()));
            var file = archive.GetProperty("manifest").GetProperty("files")[0];
            Assert.Equal(("200.00", 4), (file.GetProperty("debit").GetString(), file.GetProperty("rows").GetInt32()));
            Assert.Equal("intact", await VerdictAsync(book, await DownloadAsync(archive)));
        }
    }

    [Fact]
    public async Task The_list_says_what_each_format_is()
    {
        using var book = await LiveBook.OpenAsync(app);
        var list = await book.GetAsync("/api/profiles");

        Assert.Equal(ProfileBook.Standard.Profiles.Select(profile => profile.Id), list.EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        var sovos = list.EnumerateArray().Single(one => one.GetProperty("id").GetString() == "sovos");
        Assert.Equal(("single", true, "recordText"), (sovos.GetProperty("confidence").GetString(), sovos.GetProperty("unverified").GetBoolean(), sovos.GetProperty("kind").GetString()));
        Assert.Equal(25, sovos.GetProperty("columns").GetArrayLength());
        Assert.All(list.EnumerateArray(), one => Assert.NotEmpty(one.GetProperty("source").GetString()!));
    }

    [Fact]
    public async Task An_archive_keeps_the_profile_it_was_made_with_whatever_becomes_of_it()
    {
        using var book = await NumberedAsync();
        var path = $"/api/companies/{book.Company}/profiles/bizim";
        var first = await PutAsync(book, path, Own("1"));
        var one = await book.ActAsync(book.Month("2025-01", "/archives"), new { by = "Ayşe Yılmaz", profile = "bizim" });
        var zip = await DownloadAsync(one);
        Assert.StartsWith("001;", Text(zip), StringComparison.Ordinal);

        var second = await PutAsync(book, path, Own("2", "X"));
        Assert.NotEqual(first.GetProperty("hash").GetString(), second.GetProperty("hash").GetString());
        Assert.Equal(2, second.GetProperty("versions").GetArrayLength());
        Assert.Equal(2, (await PutAsync(book, path, Own("2", "X"))).GetProperty("versions").GetArrayLength());
        var two = await book.ActAsync(book.Month("2025-01", "/archives"), new { by = "Ayşe Yılmaz", profile = "bizim" });
        Assert.NotEqual(one.GetProperty("id").GetString(), two.GetProperty("id").GetString());
        Assert.StartsWith("X;", Text(await DownloadAsync(two)), StringComparison.Ordinal);

        var kept = one.GetProperty("manifest").GetProperty("profile").GetProperty("hash").GetString();
        Assert.Equal(first.GetProperty("hash").GetString(), kept);
        Assert.Equal(Own("1"), await book.Accountant.GetStringAsync(new Uri($"{path}?hash={kept}", UriKind.Relative), Cancellation));
        Assert.Equal(Own("2", "X"), await book.Accountant.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation));

        using (var deleted = await book.Accountant.DeleteAsync(new Uri(path, UriKind.Relative), Cancellation))
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri(path, UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "unknown-profile");
        Assert.Equal(0, (await book.GetAsync($"/api/companies/{book.Company}/profiles")).GetArrayLength());
        Assert.Equal(Own("1"), await book.Accountant.GetStringAsync(new Uri($"{path}?hash={kept}", UriKind.Relative), Cancellation));
        Assert.Equal("intact", await VerdictAsync(book, zip));
        Assert.Equal(3, (await PutAsync(book, path, Own("3"))).GetProperty("versions").GetArrayLength());
    }

    [Fact]
    public async Task A_parameter_of_the_request_is_written_and_makes_another_archive()
    {
        using var book = await NumberedAsync();
        var plain = await book.ActAsync(book.Month("2025-01", "/archives"), new { by = "Ayşe Yılmaz", profile = "izibiz" });
        var chosen = await book.ActAsync(book.Month("2025-01", "/archives"), new { by = "Ayşe Yılmaz", profile = "izibiz", parameters = new { erpNumber = "00101" } });

        Assert.NotEqual(plain.GetProperty("id").GetString(), chosen.GetProperty("id").GetString());
        Assert.Contains(";001;0;", Text(await DownloadAsync(plain)), StringComparison.Ordinal);
        Assert.Contains(";00101;0;", Text(await DownloadAsync(chosen)), StringComparison.Ordinal);
        Assert.Equal("00101", chosen.GetProperty("manifest").GetProperty("profile").GetProperty("parameters").GetProperty("erpNumber").GetString());
    }

    [Fact]
    public async Task All_faults_of_a_profile_come_back_with_their_places()
    {
        using var book = await LiveBook.OpenAsync(app);
        var broken = JsonNode.Parse(Own("1"))!;
        broken["id"] = "başka";
        broken["seperator"] = ";";
        broken["delimited"]!["columns"]![0]!["date"] = "gün";
        using var content = new StringContent(broken.ToJsonString(), Encoding.UTF8, "application/json");

        var problem = await LiveBook.RefusedAsync(await book.Accountant.PutAsync(new Uri($"/api/companies/{book.Company}/profiles/bizim", UriKind.Relative), content, Cancellation), HttpStatusCode.UnprocessableEntity, "invalid-profile");

        Assert.Equal(["delimited.columns[0].date", "id", "seperator"], problem.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("place").GetString()).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_profile_over_its_limit_is_refused()
    {
        using var book = await LiveBook.OpenAsync(app);
        var large = JsonNode.Parse(Own("1"))!;
        large["description"] = new string('x', 300_000);
        using var content = new StringContent(large.ToJsonString(), Encoding.UTF8, "application/json");

        await LiveBook.RefusedAsync(await book.Accountant.PutAsync(new Uri($"/api/companies/{book.Company}/profiles/bizim", UriKind.Relative), content, Cancellation), HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task A_preview_shows_a_month_before_and_after_it_has_numbers()
    {
        using var book = await LiveBook.OpenAsync(app);
        var faulty = LiveBook.Voucher("3", "2025-01-08").Replace("\"credit\": 100.00", "\"credit\": 90.00", StringComparison.Ordinal);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("2", "2025-01-10")},{LiveBook.Voucher("1", "2025-01-09")},{faulty}]");
        var path = book.Month("2025-01", "/profiles/preview");

        var open = await book.ActAsync(path, new { profile = "sovos" });
        Assert.Equal((false, 2, 1), (open.GetProperty("numbered").GetBoolean(), open.GetProperty("entries").GetInt32(), open.GetProperty("leftOut").GetInt32()));
        var lines = open.GetProperty("file").GetProperty("lines").EnumerateArray().Select(line => line.GetString()!).ToList();
        Assert.Equal("L\t|4540536920\t|1\t|2025-01-01\t|2025-01-31\t|2\t|TRY", lines[0]);
        Assert.Equal(7, lines.Count);

        var sheets = await book.ActAsync(path, new { profile = JsonNode.Parse(Own("1")), rows = 1 });
        Assert.Equal((1, 2), (sheets.GetProperty("entries").GetInt32(), sheets.GetProperty("file").GetProperty("lines").GetArrayLength()));

        await book.PostVouchersAsync(LiveBook.Voucher("3", "2025-01-08"));
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" });
        var numbered = await book.ActAsync(path, new { profile = "defterdar" });
        Assert.True(numbered.GetProperty("numbered").GetBoolean());
        Assert.Equal("Fiş_Numarası", numbered.GetProperty("file").GetProperty("sheets")[0].GetProperty("rows")[0][1].GetString());
        Assert.Equal(4, numbered.GetProperty("file").GetProperty("sheets")[0].GetProperty("rows").GetArrayLength());
    }

    private static string Own(string version, string constant = "001") => $$$"""
        {"schema":1,"id":"bizim","title":"Bizim biçim","description":"Deneme","version":{{{version}}},"confidence":"exact","source":"kendi şablonumuz","file":{"kind":"delimited","name":"{taxId}_{part}.csv","rowsMax":1000},"archive":{"name":"{taxId}.zip"},"values":{"documentTypes":{"check":"a","invoice":"b","order-customer":"c","order-vendor":"d","voucher":"e","shipment":"f","receipt":"g","other":"h"},"voucherKinds":{"opening":"1","tahsil":"2","tediye":"3","mahsup":"4","closing":"5"}},"delimited":{"separator":";","quoting":"whenNeeded","encoding":"utf-8","lineEnd":"lf","columns":[{"constant":"{{{constant}}}"},{"field":"entryNumber"},{"field":"subAccount"},{"field":"amount"}]}}
        """;

    private async Task<LiveBook> NumberedAsync()
    {
        var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("2", "2025-01-10")},{LiveBook.Voucher("1", "2025-01-09")}]");
        await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = "Ayşe Yılmaz" });
        return book;
    }

    private static async Task<JsonElement> PutAsync(LiveBook book, string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        return await LiveBook.ReadAsync(await book.Accountant.PutAsync(new Uri(path, UriKind.Relative), content, Cancellation), HttpStatusCode.OK);
    }

    private static async Task<byte[]> DownloadAsync(JsonElement archive)
    {
        using var download = new HttpClient();
        return await download.GetByteArrayAsync(new Uri(archive.GetProperty("url").GetString()!), Cancellation);
    }

    private static async Task<string> VerdictAsync(LiveBook book, byte[] zip)
    {
        using var content = new ByteArrayContent(zip);
        var verified = await LiveBook.ReadAsync(await book.Integrator.PostAsync(new Uri("/api/archives/verify", UriKind.Relative), content, Cancellation), HttpStatusCode.OK);
        return verified.GetProperty("verdict").GetString()!;
    }

    private static string Text(byte[] zip)
    {
        using var opened = new ZipArchive(new MemoryStream(zip));
        using var reader = new StreamReader(opened.Entries[0].Open());
        return reader.ReadToEnd();
    }
}
