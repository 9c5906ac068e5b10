using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Benchmarks;

/// <summary>
/// A whole month through HTTP: the hotel's clean January at the size asked for, posted as gzipped NDJSON, checked, numbered, archived.
/// With <c>upload</c> it goes in as one file and an importing job. Tells wall seconds, the application's processor seconds and its peak memory per step.
/// <c>month [lines] [upload]</c>, 200 000 unless given.
/// </summary>
internal static class MonthMeasurement
{
    private const int LinesPerScale = 2_950;
    private const int VouchersPerPost = 20_000;
    private const string Company = "/api/companies/olcum-otel";
    private const string Month = Company + "/0000/periods/2025-01";

    public static void Run(string[] arguments) => RunAsync(arguments).GetAwaiter().GetResult();

    private static async Task RunAsync(string[] arguments)
    {
        var lines = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture) : 200_000;
        await using var app = await RunningApp.StartAsync();
        await OpenBookAsync(app);
        var start = (Wall: Stopwatch.StartNew(), Cpu: app.CpuSeconds);
        var scale = (lines + LinesPerScale - 1) / LinesPerScale;
        if (arguments.Contains("upload", StringComparer.Ordinal))
        {
            var import = await MonthUpload.SendAsync(app, Company + "/0000", scale);
            await MeasureAsync(app, "import", () => ActAsync(app, import, new { }));
        }
        else
        {
            await MeasureAsync(app, "ingest", () => IngestAsync(app, scale));
        }

        await MeasureAsync(app, "check", () => ActAsync(app, Month + "/check", new { }));
        await MeasureAsync(app, "number", () => ActAsync(app, Month + "/numbers", new { by = "Ölçüm" }));
        await MeasureAsync(app, "archive (edefter)", () => ActAsync(app, Month + "/archives", new { by = "Ölçüm", profile = "edefter" }));
        await MeasureAsync(app, "archive (izibiz)", () => ActAsync(app, Month + "/archives", new { by = "Ölçüm", profile = "izibiz" }));
        Tell("all", start.Wall, app.CpuSeconds - start.Cpu, app);
    }

    private static async Task OpenBookAsync(RunningApp app)
    {
        app.Client.DefaultRequestHeaders.Add("X-Api-Key", RunningApp.AdminKey);
        var company = SampleFiles.All().Single(file => file.Name == "company.json").Bytes;
        var text = Encoding.UTF8.GetString(company).Replace("\"ornek-otel\"", "\"olcum-otel\"", StringComparison.Ordinal);
        using var content = new StringContent(text, Encoding.UTF8, "application/json");
        using var put = await app.Client.PutAsync(new Uri(Company, UriKind.Relative), content);
        put.EnsureSuccessStatusCode();
        using var issued = await app.Client.PostAsJsonAsync(Company + "/keys", new { role = "accountant", name = "Ölçüm" });
        var key = (await issued.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString();
        app.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        app.Client.DefaultRequestHeaders.Add("X-Api-Key", key);
    }

    private static async Task IngestAsync(RunningApp app, int scale)
    {
        long vouchers = 0, lines = 0;
        foreach (var batch in SampleMonth.Vouchers(SampleMonth.Seed, SampleMonth.January, scale).Chunk(VouchersPerPost))
        {
            using var content = new ByteArrayContent(Pack(batch));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
            content.Headers.ContentEncoding.Add("gzip");
            using var response = await app.Client.PostAsync(new Uri(Company + "/0000/vouchers", UriKind.Relative), content);
            response.EnsureSuccessStatusCode();
            vouchers += batch.Length;
            lines += batch.Sum(voucher => voucher.Lines.Count);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{vouchers} vouchers, {lines} lines"));
    }

    private static byte[] Pack(Voucher[] vouchers)
    {
        var json = new ArrayBufferWriter<byte>(16 * 1024 * 1024);
        foreach (var voucher in vouchers)
        {
            VoucherJsonWriter.Write(json, voucher);
            json.Write("\n"u8);
        }

        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(json.WrittenSpan);
        return packed.ToArray();
    }

    private static async Task ActAsync(RunningApp app, string path, object body)
    {
        using var asked = await app.Client.PostAsJsonAsync(path + "?wait=25", body);
        asked.EnsureSuccessStatusCode();
        var location = asked.Headers.Location!.ToString();
        while (true)
        {
            var job = await app.Client.GetFromJsonAsync<JsonElement>(location + "?wait=25");
            if (job.GetProperty("state").GetString() is "succeeded")
                return;
            if (job.GetProperty("state").GetString() is "failed" or "cancelled")
                throw new InvalidOperationException(job.GetRawText());
        }
    }

    private static async Task MeasureAsync(RunningApp app, string what, Func<Task> step)
    {
        var (wall, cpu) = (Stopwatch.StartNew(), app.CpuSeconds);
        await step();
        Tell(what, wall, app.CpuSeconds - cpu, app);
    }

    private static void Tell(string what, Stopwatch wall, double cpu, RunningApp app) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-18} {wall.Elapsed.TotalSeconds,7:0.00} s wall {cpu,7:0.00} CPU s of the app, peak {app.PeakMegabytes:0} MB"));
}
