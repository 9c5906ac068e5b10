using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Benchmarks;

/// <summary>
/// A whole month through HTTP: the hotel's clean January at the size asked for, posted as gzipped NDJSON, checked, numbered, archived.
/// With <c>upload</c> it goes in as one file and an importing job. Tells wall seconds, the application's processor seconds and its peak memory per step.
/// <c>month [lines] [upload]</c>, 200 000 unless given.
/// </summary>
internal static class MonthMeasurement
{
    private const int VouchersPerPost = 20_000;
    private const int WarmingLines = 10_000;

    public static void Run(string[] arguments) => RunAsync(Arguments.Lines(arguments, 200_000), arguments.Contains("upload", StringComparer.Ordinal)).GetAwaiter().GetResult();

    /// <summary>
    /// The month of an application that has already done a small one: from the first post to the link of the last archive. The posts were packed before the clock
    /// began: nobody's ERP runs on the server's processors.
    /// </summary>
    public static Figures Step(string[] arguments) => StepAsync(Arguments.Lines(arguments, 1_000_000)).GetAwaiter().GetResult();

    private static async Task<Figures> StepAsync(long lines)
    {
        await using var app = await RunningApp.StartAsync();
        var profiles = await ProfilesAsync(app);
        await PassAsync(await MeasuredBook.OpenAsync(app, "isinma"), Posts(HotelMonth.Vouchers(WarmingLines)), profiles, new AppMeter(app));
        var posts = Posts(HotelMonth.Vouchers(lines));
        var meter = new AppMeter(app);
        await PassAsync(await MeasuredBook.OpenAsync(app, "olcum"), posts, profiles, meter);
        var figures = meter.Read(HotelMonth.Vouchers(lines).Sum(static voucher => (long)voucher.Lines.Count));
        return figures with { More = new Dictionary<string, double>(figures.More, StringComparer.Ordinal) { ["archives"] = profiles.Count } };
    }

    private static async Task RunAsync(long lines, bool isUpload)
    {
        await using var app = await RunningApp.StartAsync();
        var book = await MeasuredBook.OpenAsync(app, "olcum");
        var meter = new AppMeter(app, tell: true);
        if (isUpload)
        {
            var path = Path.GetTempFileName();
            await using (var file = File.Create(path))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{HotelMonth.Write(file, HotelMonth.Vouchers(lines))} lines, {file.Length / 1e6:0.0} MB"));
            var import = await book.UploadAsync(path);
            File.Delete(path);
            await meter.StepAsync("import", () => book.ActAsync(import, new { }));
            await PassAsync(book, [], await ProfilesAsync(app), meter);
        }
        else
        {
            await PassAsync(book, Posts(HotelMonth.Vouchers(lines)), await ProfilesAsync(app), meter);
        }

        meter.TellAll();
    }

    private static async Task PassAsync(MeasuredBook book, List<byte[]> posts, IReadOnlyList<string> profiles, AppMeter meter)
    {
        if (posts.Count > 0)
        {
            await meter.StepAsync("ingest", async () =>
            {
                foreach (var post in posts)
                    await book.PostAsync(post);
            });
        }

        await meter.StepAsync("check", () => book.ActOnMonthAsync("check", new { }));
        await meter.StepAsync("number", () => book.ActOnMonthAsync("numbers", new { by = "Ölçüm" }));
        foreach (var profile in profiles)
        {
            await meter.StepAsync(
                "archive " + profile,
                async () => await book.LinkAsync(await book.ActOnMonthAsync("archives", new { by = "Ölçüm", profile, acceptUnverified = true })));
        }
    }

    // Our own workbook, and the authority's books where the product writes them: together what the floor writes. Else an integrator's file.
    private static async Task<IReadOnlyList<string>> ProfilesAsync(RunningApp app)
    {
        var known = await (await MeasuredBook.OpenAsync(app, "bicimler")).GetAsync("/api/profiles");
        return ["edefter", known.GetRawText().Contains("\"gib-draft\"", StringComparison.Ordinal) ? "gib-draft" : "izibiz"];
    }

    private static List<byte[]> Posts(IEnumerable<Voucher> vouchers)
    {
        var posts = new List<byte[]>();
        foreach (var batch in vouchers.Chunk(VouchersPerPost))
        {
            using var packed = new MemoryStream();
            HotelMonth.Write(packed, batch);
            posts.Add(packed.ToArray());
        }

        return posts;
    }
}
