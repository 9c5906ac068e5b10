using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Functions.Sample;

namespace EDefter.Benchmarks;

/// <summary>The month as one upload: gzipped NDJSON in a file of its own, made voucher by voucher, so that neither side ever holds the month.</summary>
internal static class MonthUpload
{
    public static async Task<string> SendAsync(RunningApp app, string book, int scale)
    {
        var path = Path.GetTempFileName();
        try
        {
            var (vouchers, lines) = await WriteAsync(path, scale);
            using var opened = await app.Client.PostAsync(new Uri(book + "/uploads", UriKind.Relative), content: null);
            opened.EnsureSuccessStatusCode();
            var upload = await opened.Content.ReadFromJsonAsync<JsonElement>();
            await using var file = File.OpenRead(path);
            using var content = new StreamContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
            content.Headers.Add("x-ms-blob-type", "BlockBlob");
            using var storage = new HttpClient { Timeout = TimeSpan.FromMinutes(30) };
            using var put = await storage.PutAsync(new Uri(upload.GetProperty("url").GetString()!), content);
            put.EnsureSuccessStatusCode();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{vouchers} vouchers, {lines} lines, {file.Length / 1e6:0.0} MB"));
            return $"{book}/uploads/{upload.GetProperty("id").GetString()}/import";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<(long Vouchers, long Lines)> WriteAsync(string path, int scale)
    {
        long vouchers = 0, lines = 0;
        await using var file = File.Create(path);
        await using var zip = new GZipStream(file, CompressionLevel.Fastest);
        var json = new ArrayBufferWriter<byte>(64 * 1024);
        foreach (var voucher in SampleMonth.Vouchers(SampleMonth.Seed, SampleMonth.January, scale))
        {
            json.ResetWrittenCount();
            VoucherJsonWriter.Write(json, voucher);
            json.Write("\n"u8);
            await zip.WriteAsync(json.WrittenMemory);
            vouchers++;
            lines += voucher.Lines.Count;
        }

        return (vouchers, lines);
    }
}
