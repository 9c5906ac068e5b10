using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Archives over HTTP: the same month again, what was done to a file, and what changed between two of them.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class ArchiveTests(LiveApp app)
{
    private const string Period = "2025-01";

    [Fact]
    public async Task Archiving_an_unchanged_month_again_finds_the_same_archive_with_the_same_bytes()
    {
        using var book = await LiveBook.OpenAsync(app);
        await NumberAsync(book, LiveBook.Voucher("1", "2025-01-09"), LiveBook.Voucher("2", "2025-01-10"));
        var first = await ArchiveAsync(book);
        var again = await ArchiveAsync(book);
        // Taken back and numbered again without a change, the month has the same chain, and another revision: another archive with the same files.
        await book.ActAsync(book.Month(Period, "/numbers/undo"), new { by = "Ayşe Yılmaz" });
        await book.ActAsync(book.Month(Period, "/numbers"), new { by = "Ayşe Yılmaz" });
        var renumbered = await ArchiveAsync(book);

        foreach (var member in new[] { "id", "sha256", "content", "bytes", "at" })
            Assert.Equal(first.GetProperty(member).ToString(), again.GetProperty(member).ToString());
        Assert.Equal(await DownloadAsync(first), await DownloadAsync(again));
        Assert.NotEqual(Text(first, "id"), Text(renumbered, "id"));
        Assert.Equal(Text(first, "sha256"), Text(renumbered, "sha256"));
        Assert.Equal(2, (await book.GetAsync(book.Month(Period, "/archives"))).GetArrayLength());

        var diff = await book.GetAsync(book.Month(Period, $"/archives/{Text(first, "id")}/diff/{Text(renumbered, "id")}"));
        Assert.Equal((0, 2), (diff.GetProperty("items").GetArrayLength(), diff.GetProperty("counts").GetProperty("same").GetInt32()));
    }

    [Fact]
    public async Task What_was_done_to_a_file_is_named_cell_by_cell()
    {
        using var book = await LiveBook.OpenAsync(app);
        await NumberAsync(book, LiveBook.Voucher("1", "2025-01-09").Replace("D-1", "000123", StringComparison.Ordinal), LiveBook.Voucher("2", "2025-01-10"));
        var archive = await ArchiveAsync(book);
        var (name, content) = Entry(await DownloadAsync(archive));
        var damaged = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(content).Replace(";000123;", ";123;", StringComparison.Ordinal));

        foreach (var path in new[] { "/api/archives/verify?name=" + name, "/api/archives/verify" })
        {
            var verdict = await VerifyAsync(book, path, damaged);
            Assert.Equal(("altered", Text(archive, "id")), (Text(verdict, "verdict"), Text(verdict, "archive")));
            var lost = verdict.GetProperty("differences")[1];
            Assert.Equal(("leadingZeroLost", "2. satır, documentnumber", "000123", "123"), (Text(lost, "kind"), Text(lost, "place"), Text(lost, "expected"), Text(lost, "found")));
            Assert.Equal(2, verdict.GetProperty("counts").EnumerateArray().Single(count => Text(count, "kind") == "leadingZeroLost").GetProperty("count").GetInt32());
            Assert.Equal("Excel ya da LibreOffice gibi bir tablo programında açılıp kaydedilmiş; 2 hücrede baştaki sıfırlar kaybolmuş.", Text(verdict, "likely"));
        }

        Assert.Equal("intact", Text(await VerifyAsync(book, "/api/archives/verify", content), "verdict"));
        var unlike = await VerifyAsync(book, "/api/archives/verify", "merhaba"u8.ToArray());
        Assert.Equal(("unknown", "Dosya firmanın arşivlerinden hiçbirine benzemiyor; başka bir firmanın, başka bir programın ya da burada arşivlenmemiş bir ayın dosyası olabilir."), (Text(unlike, "verdict"), Text(unlike, "likely")));
        using var nothing = new ByteArrayContent([]);
        await LiveBook.RefusedAsync(await book.Integrator.PostAsync(new Uri("/api/archives/verify", UriKind.Relative), nothing, TestContext.Current.CancellationToken), HttpStatusCode.UnprocessableEntity, "unreadable");
    }

    [Fact]
    public async Task Two_archives_of_a_month_are_compared_by_voucher_and_field_whatever_their_profile()
    {
        using var book = await LiveBook.OpenAsync(app);
        await NumberAsync(book, LiveBook.Voucher("1", "2025-01-09"), LiveBook.Voucher("2", "2025-01-10"), LiveBook.Voucher("3", "2025-01-11"));
        var before = await ArchiveAsync(book);
        await book.ActAsync(book.Month(Period, "/numbers/undo"), new { by = "Ayşe Yılmaz" });
        using (var deleted = await book.Erp.DeleteAsync(new Uri($"{book.BookPath}/vouchers/1", UriKind.Relative), TestContext.Current.CancellationToken))
            Assert.True(deleted.IsSuccessStatusCode);
        await NumberAsync(book, LiveBook.Voucher("2", "2025-01-10", "250.00").Replace("D-2", "D-02", StringComparison.Ordinal), LiveBook.Voucher("4", "2025-01-12"));
        var after = await ArchiveAsync(book, "edefter");

        var path = book.Month(Period, $"/archives/{Text(before, "id")}/diff/{Text(after, "id")}");
        var diff = await book.GetAsync(path);

        var counts = diff.GetProperty("counts");
        Assert.Equal((1, 1, 1, 1, 0, 6), (Count("added"), Count("removed"), Count("changed"), Count("renumbered"), Count("same"), Count("lines")));
        Assert.Equal((300.00m, 450.00m), (diff.GetProperty("before").GetProperty("totals").GetProperty("debit").GetDecimal(), diff.GetProperty("after").GetProperty("totals").GetProperty("credit").GetDecimal()));
        Assert.Equal(["changed 2 2 1", "added 4 0 3", "removed 1 1 0"], diff.GetProperty("items").EnumerateArray().Select(item => $"{Text(item, "kind")} {Text(item, "voucherId")} {Number(item, "numberBefore")} {Number(item, "numberAfter")}"));
        Assert.Equal(
            ["1 Borç: 100.00 → 250.00", "1 Belge No: D-2 → D-02", "2 Alacak: 100.00 → 250.00", "2 Belge No: D-2 → D-02"],
            diff.GetProperty("items")[0].GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("line").GetInt32()} {Text(change, "title")}: {Text(change, "before")} → {Text(change, "after")}"));

        var paged = new List<string?>();
        for (var next = path + "?size=1"; next is not null;)
        {
            var page = await LiveBook.GetAsync(book.Integrator, next);
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(item => Text(item, "voucherId")));
            next = page.TryGetProperty("next", out var more) ? more.GetString() : null;
        }

        Assert.Equal(["2", "4", "1"], paged);
        Assert.Equal("urn:edefter:unknown-archive", Text(await book.GetAsync(book.Month(Period, $"/archives/{Text(before, "id")}/diff/yok"), HttpStatusCode.NotFound), "type"));

        int Count(string name) => counts.GetProperty(name).GetInt32();
        static long Number(JsonElement item, string name) => item.TryGetProperty(name, out var number) ? number.GetInt64() : 0;
    }

    private static async Task NumberAsync(LiveBook book, params string[] vouchers)
    {
        await book.PostVouchersAsync($"[{string.Join(',', vouchers)}]");
        await book.ActAsync(book.Month(Period, "/numbers"), new { by = "Ayşe Yılmaz" });
    }

    private static Task<JsonElement> ArchiveAsync(LiveBook book, string profile = "izibiz") => book.ActAsync(book.Month(Period, "/archives"), new { by = "Ayşe Yılmaz", profile });

    private static async Task<byte[]> DownloadAsync(JsonElement archive)
    {
        using var download = new HttpClient();
        return await download.GetByteArrayAsync(new Uri(Text(archive, "url")!), TestContext.Current.CancellationToken);
    }

    private static (string Name, byte[] Content) Entry(byte[] zip)
    {
        using var opened = new ZipArchive(new MemoryStream(zip));
        using var content = new MemoryStream();
        using var stream = opened.Entries[0].Open();
        stream.CopyTo(content);
        return (opened.Entries[0].FullName, content.ToArray());
    }

    private static async Task<JsonElement> VerifyAsync(LiveBook book, string path, byte[] upload) =>
        await LiveBook.ReadAsync(await book.Integrator.PostAsync(new Uri(path, UriKind.Relative), new ByteArrayContent(upload), TestContext.Current.CancellationToken), HttpStatusCode.OK);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
