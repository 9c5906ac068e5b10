using System.IO.Compression;
using System.Text;
using CsCheck;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Functions.Sample;
using Xunit;

namespace EDefter.Tests.Reading;

public sealed class VoucherStreamReaderTests
{
    private static readonly Gen<byte[]> Body = Gen.Select(VoucherGenerator.Voucher.Array[0, 5], Gen.Int[0, 1_000_000], Gen.Bool, Gen.Bool, (vouchers, seed, bom, broken) => Compose(vouchers, (ulong)seed, bom, broken));

    [Fact]
    public async Task The_sample_month_is_read_whole_from_lines_and_from_an_array()
    {
        var lines = SampleFiles.All().Single(file => file.Name == "2025-01.ndjson").Bytes;
        var array = Encoding.UTF8.GetBytes("[" + Encoding.UTF8.GetString(lines).TrimEnd().Replace("\n", ",\n", StringComparison.Ordinal) + "]");
        foreach (var (bytes, content, place) in new[] { (lines, VoucherContent.NdJson, "satır 2"), (array, VoucherContent.Json, "öğe 2") })
        {
            var rows = await Read(bytes, content, bytes.Length);
            Assert.Equal(SampleMonth.Faulty.Vouchers.Select(voucher => voucher.Id), rows.Select(row => row.Voucher!.Id));
            Assert.Equal(place, rows[1].At);
        }
    }

    [Theory]
    [InlineData(VoucherContent.NdJson)]
    [InlineData(VoucherContent.Json)]
    public void Rows_do_not_depend_on_where_the_bytes_are_cut(VoucherContent content) => Body.Select(Gen.Int[1, 40], Gen.Int[0, 10_000]).Sample(
        sample =>
        {
            var (body, most, seed) = sample;
            var whole = Frame(body, content, _ => body.Length);
            var random = new SampleRandom((ulong)seed);
            Assert.Equal(whole, Frame(body, content, _ => 1 + random.Below(most)));
            Assert.Equal(whole, Frame(body, content, _ => 1));
        },
        iter: 800);

    [Fact]
    public async Task Blank_lines_are_counted_and_a_broken_line_takes_no_other_with_it()
    {
        var rows = await Read("\ufeff{\"id\":\"1\"}\r\n\n   \n{\"id\":\"2\"\n{\"id\":\"3\"}\n[]\n\u0000\n{\"id\":\"4\"}", VoucherContent.NdJson);
        Assert.Equal(["satır 1", "satır 4", "satır 5", "satır 6", "satır 7", "satır 8"], rows.Select(row => row.At));
        Assert.Equal(["1", null, "3", null, null, "4"], rows.Select(row => row.Voucher?.Id));
        Assert.Equal("2", rows[1].Rejection!.Id);
    }

    [Theory]
    [InlineData("{\"id\":\"1\"}", "öğe 1:1")]
    [InlineData(" \n{\"id\":\"1\"} \n", "öğe 1:1")]
    [InlineData("[]", "")]
    [InlineData("[{\"id\":\"1\"} , {\"id\":\"2\"}]", "öğe 1:1|öğe 2:2")]
    [InlineData("[{\"id\":\"]},{\"}]", "öğe 1:]},{")]
    [InlineData("[{\"id\":\"\\\"]\"}]", "öğe 1:\"]")]
    public async Task An_object_and_an_array_are_read(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', (await Read(json, VoucherContent.Json)).Select(row => row.At + ":" + row.Voucher!.Id)));

    [Theory]
    [InlineData("", "öğe 1", "Gönderi boş; bir fiş ya da fişlerden oluşan bir dizi gönderin.")]
    [InlineData("\ufeff  ", "öğe 1", "Gönderi boş; bir fiş ya da fişlerden oluşan bir dizi gönderin.")]
    [InlineData("7", "öğe 1", "Gönderi bir JSON nesnesi ya da dizisi değil (UTF-8 JSON beklenir). Tablo gönderiyorsanız Content-Type başlığını CSV için text/csv, çalışma kitabı için .xlsx türü olarak verin.")]
    [InlineData("[{\"id\":\"1\"}", "öğe 2", "Dizi kapanmadan bitiyor; gönderi yarıda kesilmiş olabilir, tamamını yeniden gönderin.")]
    [InlineData("[{\"id\":\"1\"},", "öğe 2", "Dizi kapanmadan bitiyor; gönderi yarıda kesilmiş olabilir, tamamını yeniden gönderin.")]
    [InlineData("[{\"id\":\"1\"},{\"id\":\"2", "öğe 2", "Fiş kapanmadan gönderi bitiyor; yarıda kesilmiş olabilir, tamamını yeniden gönderin.")]
    [InlineData("[{\"id\":\"1\"}{\"id\":\"2\"}]", "öğe 2", "Fişler arasında virgül yok; buradan sonrası okunmadı.")]
    [InlineData("[{\"id\":\"1\"},]", "öğe 2", "Fişin yerinde fazladan bir işaret var; buradan sonrası okunmadı.")]
    [InlineData("[{\"id\":\"1\"},{\"id\":],{\"id\":\"3\"}]", "öğe 2", "Fişin parantezleri birbirini tutmuyor; buradan sonrası okunmadı.")]
    [InlineData("[{\"id\":\"1\"},{\"id\"},{\"id\":\"3\"}]", "öğe 2", "JSON 6. baytta bozuk. Bu öğe ve sonrası okunmadı.")]
    [InlineData("[{\"id\":\"1\"},{\"id\":\"2\",\"lines\":5,x},{\"id\":\"3\"}]", "öğe 2", "Fişin satırları (lines) bir dizi değil; satırlar [ ] içinde gönderilmelidir. Bu öğe ve sonrası okunmadı.")]
    [InlineData("[{\"id\":\"1\"}] {", "öğe 2", "Dizinin sonundan sonra fazladan metin var; buradan sonrası okunmadı.")]
    [InlineData("{\"id\":\"1\"}\n{\"id\":\"2\"}", "öğe 2", "Fişten sonra fazladan metin var; her satırda bir fiş gönderiyorsanız içerik türünü application/x-ndjson yapın.")]
    public async Task A_break_keeps_what_came_before_and_rejects_the_rest_as_one_row(string json, string at, string reason)
    {
        var rows = await Read(json, VoucherContent.Json);
        Assert.All(rows.SkipLast(1), row => Assert.Equal("1", row.Voucher!.Id));
        Assert.Equal((at, "unreadable", reason), (rows[^1].At, rows[^1].Rejection!.Code, rows[^1].Rejection!.Reason));
    }

    [Fact]
    public async Task An_element_that_is_no_voucher_is_rejected_alone()
    {
        var rows = await Read("[{\"id\":\"1\"},{\"number\":\"2\"},7,\"x\",null,[1,[2]],{\"id\":\"3\"}]", VoucherContent.Json);
        Assert.Equal(["1", null, null, null, null, null, "3"], rows.Select(row => row.Voucher?.Id));
        Assert.Equal("öğe 7", rows[6].At);
    }

    [Theory]
    [InlineData(VoucherContent.NdJson)]
    [InlineData(VoucherContent.Json)]
    public async Task An_overlong_voucher_is_rejected_as_too_large_in_little_memory_and_the_next_is_read(VoucherContent content)
    {
        const long Huge = 300L * 1024 * 1024;
        var separator = content == VoucherContent.Json ? "," : "\n";
        var open = content == VoucherContent.Json ? "[" : string.Empty;
        var close = content == VoucherContent.Json ? "]" : string.Empty;
        await using var body = new RepeatingStream(open + "{\"id\":\"1\",\"x\":\"", (byte)'a', Huge, "\"}" + separator + "{\"id\":\"2\"}" + close);
        // The body never waits, so everything happens on this thread.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rows = new List<VoucherRow>();
        await foreach (var row in VoucherStreamReader.ReadAsync(body, content, TestContext.Current.CancellationToken))
            rows.Add(row);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000_000);
        Assert.Equal(("too-large", "2"), (rows[0].Rejection!.Code, rows[1].Voucher!.Id));
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public async Task Bottomless_brackets_are_a_break_and_not_a_fault()
    {
        await using var body = new RepeatingStream("[{\"id\":\"1\"},", (byte)'[', 50_000_000, string.Empty);
        var rows = new List<VoucherRow>();
        await foreach (var row in VoucherStreamReader.ReadAsync(body, VoucherContent.Json, TestContext.Current.CancellationToken))
            rows.Add(row);
        Assert.Equal(("1", "öğe 2"), (rows[0].Voucher!.Id, rows[1].Rejection!.At));
    }

    [Fact]
    public async Task A_gzip_bomb_ends_in_a_typed_exception_before_it_unfolds()
    {
        var packed = Pack(new byte[64 * 1024 * 1024]);
        var wire = new CountingStream(new MemoryStream(packed));
        await using var body = new BoundedStream(new GZipStream(wire, CompressionMode.Decompress), wire: wire);
        var refusal = await Assert.ThrowsAsync<BodyTooLargeException>(async () =>
        {
            await foreach (var _ in VoucherStreamReader.ReadAsync(body, VoucherContent.NdJson, TestContext.Current.CancellationToken))
            {
                // Nothing can come of it.
            }
        });
        Assert.Equal(200, refusal.RatioMax);
        Assert.Equal("Gönderi açıldığında 200 kattan fazla büyüyor.", refusal.Message);
        Assert.True(body.BytesRead < 16 * 1024 * 1024);
    }

    [Fact]
    public async Task An_honest_gzip_passes()
    {
        var lines = SampleFiles.All().Single(file => file.Name == "2025-01.ndjson").Bytes;
        var wire = new CountingStream(new MemoryStream(Pack(lines)));
        await using var body = new BoundedStream(new GZipStream(wire, CompressionMode.Decompress), wire: wire);
        var count = 0;
        await foreach (var row in VoucherStreamReader.ReadAsync(body, VoucherContent.NdJson, TestContext.Current.CancellationToken))
            count += row.Voucher is null ? 0 : 1;
        Assert.Equal(SampleMonth.Faulty.Vouchers.Count, count);
        Assert.Equal(lines.Length, body.BytesRead);
    }

    [Theory]
    [InlineData(100, 100, false)]
    [InlineData(101, 100, true)]
    public void The_byte_limit_is_exact(int bytes, int limit, bool refused)
    {
        using var body = new BoundedStream(new MemoryStream(new byte[bytes]), limit);
        var copy = () => body.CopyTo(Stream.Null);
        if (refused)
            Assert.Equal(limit, Assert.Throws<BodyTooLargeException>(copy).BytesMax);
        else
            copy();
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    // A body of lines or of an array, sometimes with a hole knocked into it.
    private static byte[] Compose(Voucher[] vouchers, ulong seed, bool bom, bool broken)
    {
        var random = new SampleRandom(seed);
        var array = random.Chance(50);
        var text = new List<byte>(bom ? Encoding.UTF8.GetPreamble() : []);
        if (array)
            text.Add((byte)'[');
        for (var i = 0; i < vouchers.Length; i++)
        {
            if (array && i > 0)
                text.Add((byte)',');
            text.AddRange(VoucherJsonWriter.ToBytes(vouchers[i]));
            if (!array || random.Chance(30))
                text.AddRange("\r\n"u8.ToArray().Skip(random.Below(2)));
        }

        if (array)
            text.Add((byte)']');
        for (var i = 0; broken && i < 3 && text.Count > 0; i++)
            text[random.Below(text.Count)] = random.Pick("{}[]\",:\\\n x"u8.ToArray());
        return [.. text];
    }

    private static List<string> Frame(byte[] body, VoucherContent content, Func<int, int> sizeOf)
    {
        var framer = VoucherFramer.For(content);
        var rows = new List<VoucherRow>();
        for (var at = 0; at < body.Length;)
        {
            var size = Math.Min(body.Length - at, sizeOf(at));
            framer.Push(body.AsSpan(at, size), rows);
            at += size;
        }

        framer.Finish(rows);
        return [.. rows.Select(row => row.At + " " + (row.Voucher is { } voucher ? VoucherGenerator.Describe(voucher) : row.Rejection!.ToString()))];
    }

    private static Task<List<VoucherRow>> Read(string text, VoucherContent content) => Read(Encoding.UTF8.GetBytes(text), content, 7);

    private static async Task<List<VoucherRow>> Read(byte[] bytes, VoucherContent content, int pieceBytes)
    {
        using var body = new TricklingStream(bytes, pieceBytes);
        var rows = new List<VoucherRow>();
        await foreach (var row in VoucherStreamReader.ReadAsync(body, content, TestContext.Current.CancellationToken))
            rows.Add(row);
        return rows;
    }
}
