using System.Text;
using EDefter.Storage.Backups;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>Forged backups whose hashes hold: refused as broken, and nothing of them is written.</summary>
public sealed class HostileBackupTests
{
    private const string BookRows = "books/0000/2025-01-01/rows.ndjson";
    private const string BookVouchers = "books/0000/2025-01-01/vouchers.ndjson";
    private const string Long = "{33000}";

    private static readonly FuzzReader Backup = ArchiveReaders.Restore();

    [Theory]
    [InlineData("company.ndjson", Invariants.Office.Firm, "baska")]
    [InlineData("manifest.json", "\"name\":\"company.ndjson\"", "\"name\":null")]
    [InlineData("books/0000/2025-01-01/vouchers.ndjson", "\"chunk\"", "\"parca\"")]
    [InlineData("books/0000/2025-01-01/rows.ndjson", "\"row\":\"", "\"row\":1,\"x\":\"")]
    public void A_forged_backup_is_refused_also_where_its_hashes_hold(string part, string what, string by)
    {
        // Its rows are named as they were: only what they say of themselves is another's.
        var key = part == "company.ndjson" ? "company|" : "\0";
        AssertRefused(part, text => text.Replace(what, by, StringComparison.Ordinal).Replace(key + by, key + what, StringComparison.Ordinal));
    }

    [Fact]
    public void One_more_row_that_storage_takes_is_taken()
    {
        Assert.True(Restored(BookRows, text => text + RowOf("note|x", "\"A\":{\"at\":\"1601-01-01T00:00:00Z\"},\"B_1\":{\"base64\":\"AAAA\"},\"C\":-1,\"D\":true,\"E\":\"" + new string('ş', 32_768) + "\"")));
        Assert.True(Restored(BookRows, text => text + RowOf(new string('x', 512), string.Empty)));
    }

    [Theory]
    [InlineData("note|a/b", "")]
    [InlineData("note|a\\\\b", "")]
    [InlineData("note|a#b", "")]
    [InlineData("note|a?b", "")]
    [InlineData("note|a\\u0001b", "")]
    [InlineData("note|a\\u0085b", "")]
    [InlineData("note|ş", "")]
    [InlineData("note|" + Long, "")]
    [InlineData("note|x", "\"a-b\":1")]
    [InlineData("note|x", "\"\":1")]
    [InlineData("note|x", "\"RowKey\":\"y\"")]
    [InlineData("note|x", "\"PartitionKey\":\"baska\"")]
    [InlineData("note|x", "\"odata.etag\":\"y\"")]
    [InlineData("note|x", "\"" + Long + "\":1")]
    [InlineData("note|x", "\"A\":1,\"A\":2")]
    [InlineData("note|x", "\"A\":\"" + Long + "\"")]
    [InlineData("note|x", "\"A\":1.5")]
    [InlineData("note|x", "\"A\":9223372036854775808")]
    [InlineData("note|x", "\"A\":null")]
    [InlineData("note|x", "\"A\":[1]")]
    [InlineData("note|x", "\"A\":{\"base64\":\"*\"}")]
    [InlineData("note|x", "\"A\":{\"at\":\"0001-01-01T00:00:00Z\"}")]
    [InlineData("note|x", "\"A\":{\"at\":\"1600-12-31T23:59:59Z\"}")]
    [InlineData("note|x", "\"A\":{\"at\":\"2025-02-30T00:00:00Z\"}")]
    [InlineData("note|x", "\"A\":\"\\ud800\"")]
    public void A_row_that_storage_does_not_take_breaks_the_backup(string key, string columns)
    {
        var row = RowOf(key, columns).Replace(Long, new string('x', 33_000), StringComparison.Ordinal);
        AssertRefused(BookRows, text => text + row);
        AssertRefused("acknowledgements/0000.ndjson", text => text + row);
        AssertRefused("company.ndjson", text => text + row);
        AssertRefused("audit.ndjson", text => text + row);
    }

    [Fact]
    public void A_row_with_too_much_in_it_or_twice_breaks_the_backup()
    {
        AssertRefused(BookRows, text => text + RowOf("note|x", string.Join(',', Enumerable.Range(0, 252).Select(n => $"\"A{n}\":1"))));
        AssertRefused(BookRows, text => text + RowOf("note|x", string.Join(',', Enumerable.Range(0, 17).Select(n => $"\"A{n}\":\"{new string('x', 32_000)}\""))));
        AssertRefused(BookRows, text => text + RowOf("note|x", $"\"A\":{{\"base64\":\"{Convert.ToBase64String(new byte[65_537])}\"}}"));
        AssertRefused(BookRows, text => text + RowOf("note|x", string.Empty) + RowOf("note|x", string.Empty));
        AssertRefused("company.ndjson", text => text + text);
        AssertRefused("company.ndjson", text => text + RowOf("company|baska", string.Empty));
    }

    [Theory]
    [InlineData("\"row\":\"end\"", "\"row\":\"record|9\"")]
    [InlineData("\"Sequence\":", "\"Sequence\":-")]
    [InlineData("\"Sequence\":", "\"Sequence\":\"1\",\"x\":")]
    [InlineData("\"Hash\":", "\"Other\":")]
    [InlineData("\"row\":\"record|", "\"row\":\"other|")]
    public void A_trail_that_nothing_could_be_written_behind_breaks_the_backup(string what, string by) => AssertRefused("audit.ndjson", text => text.Replace(what, by, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"vouchers\":[", "\"vouchers\":[null,")]
    [InlineData("\"vouchers\":[{\"id\":", "\"vouchers\":[{\"Id\":")]
    [InlineData("\"records\":\"", "\"records\":\"AAAA")]
    public void Vouchers_that_nobody_could_read_break_the_backup(string what, string by) => AssertRefused(BookVouchers, text => text.Replace(what, by, StringComparison.Ordinal));

    [Theory]
    [InlineData("blobs/reports/deneme/../baska/x", "application/json")]
    [InlineData("blobs/reports/deneme/./x", "application/json")]
    [InlineData("blobs/reports/deneme//x", "application/json")]
    [InlineData("blobs/reports/deneme/x.", "application/json")]
    [InlineData("blobs/reports/deneme/..\\x", "application/json")]
    [InlineData("blobs/reports/deneme/x\u0001", "application/json")]
    [InlineData("blobs/reports/deneme/" + Long, "application/json")]
    [InlineData("blobs/reports/deneme/x", "application/json\r\nx-ms-evil: 1")]
    [InlineData("blobs/reports/deneme/x", "")]
    [InlineData("blobs/reports/deneme/x", "ş")]
    public void A_blob_of_a_name_or_type_that_storage_does_not_take_breaks_the_backup(string name, string type)
    {
        Assert.True(WithBlob("blobs/reports/deneme/x", "application/json"));
        Assert.False(WithBlob(name.Replace(Long, new string('x', 1_024), StringComparison.Ordinal), type));
    }

    [Fact]
    public void A_table_of_contents_that_would_fill_the_memory_breaks_the_backup()
    {
        var entries = Enumerable.Range(0, 70_000).Select(n => (n.ToString(System.Globalization.CultureInfo.InvariantCulture), Array.Empty<byte>()));
        Assert.False(Backup.Read(FuzzZip.Pack([.. entries]), 0));
        // A million and a half entries without names: opened, they would take some hundreds of megabytes.
        var zip = new byte[1_500_000 * 46 + 98];
        for (var at = 0; at < zip.Length - 98; at += 46)
            "PK\u0001\u0002"u8.CopyTo(zip.AsSpan(at));
        var end = zip.AsSpan(zip.Length - 98);
        "PK\u0006\u0006"u8.CopyTo(end);
        BitConverter.TryWriteBytes(end[4..], 44L);
        BitConverter.TryWriteBytes(end[24..], 1_500_000L);
        BitConverter.TryWriteBytes(end[32..], 1_500_000L);
        "PK\u0006\u0007"u8.CopyTo(end[56..]);
        BitConverter.TryWriteBytes(end[64..], zip.Length - 98L);
        "PK\u0005\u0006"u8.CopyTo(end[76..]);
        end.Slice(80, 16).Fill(0xFF);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(Backup.Read(zip, 0));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public void A_backup_whose_table_is_told_in_64_bits_is_read()
    {
        // A reader that knew no such table would say that this is no ZIP; this one says that it has no profile.
        var parts = Archives.Open(Backup.Seeds[0]);
        var many = Enumerable.Range(0, 66_000).Select(n => (Name: $"blobs/reports/deneme/{n}", Content: Array.Empty<byte>())).ToList();
        var at = parts.FindIndex(one => one.Name == "manifest.json");
        var entries = string.Join(',', many.Select(one => $"{{\"name\":\"{one.Name}\",\"bytes\":0,\"sha256\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}}"));
        parts[at] = (parts[at].Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts[at].Content).Replace("\"entries\":[", "\"entries\":[" + entries + ",", StringComparison.Ordinal)));
        Assert.True(Backup.Read(FuzzZip.Pack([.. many, .. parts]), 0));
    }

    [Fact]
    public async Task A_line_is_bounded()
    {
        Assert.Equal(["1234567890", "", "ab"], await LinesAsync("1234567890\n\nab"));
        await Assert.ThrowsAsync<InvalidDataException>(() => LinesAsync("1\n12345678901\n"));
        var long1 = new string('x', 200_000);
        Assert.Equal([long1, "y", long1], await LinesAsync($"{long1}\ny\n{long1}\n", 200_000));
        await Assert.ThrowsAsync<InvalidDataException>(() => LinesAsync(long1 + "x", 200_000));
    }

    private static async Task<List<string>> LinesAsync(string text, int most = 10)
    {
        var lines = new List<string>();
        await foreach (var line in BackupLines.LinesAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), most, CancellationToken.None))
            lines.Add(Encoding.UTF8.GetString(line.Span));
        return lines;
    }

    private static string RowOf(string key, string columns) => $"{{\"row\":\"{key}\",\"columns\":{{{columns}}}}}\n";

    private static void AssertRefused(string part, Func<string, string> change) => Assert.False(Restored(part, change));

    // Refused as a broken backup with nothing written, or a company that is there: the reader itself holds that.
    private static bool Restored(string part, Func<string, string> change)
    {
        Assert.True(Backup.Read(Backup.Seeds[0], 0));
        var parts = Archives.Open(Backup.Seeds[0]);
        var at = parts.FindIndex(one => one.Name == part);
        var text = Encoding.UTF8.GetString(parts[at].Content);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        parts[at] = (part, Encoding.UTF8.GetBytes(changed));
        return Backup.Read(Archives.Pack(Backup.Reseal!(parts)), 0);
    }

    private static bool WithBlob(string name, string type)
    {
        var parts = Archives.Open(Backup.Seeds[0]);
        byte[] content = [1, 2, 3];
        parts.Insert(0, (name, content));
        var at = parts.FindIndex(one => one.Name == "manifest.json");
        var entry = System.Text.Json.JsonSerializer.Serialize(new { name, bytes = 3, sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), contentType = type });
        parts[at] = (parts[at].Name, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts[at].Content).Replace("\"entries\":[", "\"entries\":[" + entry + ",", StringComparison.Ordinal)));
        return Backup.Read(Archives.Pack(parts), 0);
    }
}
