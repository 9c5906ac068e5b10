using System.Diagnostics;
using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Benchmarks;

/// <summary>
/// How long a small company's accountant waits for the check of 2 000 lines while another company sends, checks, numbers and archives a large month on the same machine:
/// <c>beside [lines]</c>, 1 000 000 unless given. A voucher changes before each check, so that each really checks.
/// </summary>
internal static class BesideMeasurement
{
    private const long SmallLines = 2_000;

    public static void Run(string[] arguments) => RunAsync(Arguments.Lines(arguments, 1_000_000)).GetAwaiter().GetResult();

    private static async Task RunAsync(long lines)
    {
        using var file = MonthFile.Make(lines);
        await using var app = await RunningApp.StartAsync();
        var small = await OpenSmallAsync(app);
        await TellAsync("nobody beside it", small, Task.Delay(TimeSpan.FromSeconds(10)));
        var large = await MeasuredBook.OpenAsync(app, "buyuk");
        var import = await large.UploadAsync(file.Path);
        await TellAsync("import", small, large.ActAsync(import, new { }));
        await TellAsync("check", small, large.ActOnMonthAsync("check", new { }));
        await TellAsync("number", small, large.ActOnMonthAsync("numbers", new { by = "Ölçüm" }));
        await TellAsync("archive", small, large.ActOnMonthAsync("archives", new { by = "Ölçüm", profile = "edefter" }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"beside {file.Lines} lines; peak {app.PeakMegabytes:0} MB"));
    }

    // Warm: what is measured is who must wait, not what a first check compiles.
    private static async Task<MeasuredBook> OpenSmallAsync(RunningApp app)
    {
        var book = await MeasuredBook.OpenAsync(app, "kucuk");
        using var packed = new MemoryStream();
        HotelMonth.Write(packed, HotelMonth.Vouchers(SmallLines));
        await book.PostAsync(packed.ToArray());
        for (var warming = 0; warming < 5; warming++)
            await CheckAsync(book, HotelMonth.Vouchers(SmallLines).Last(), "ısınma " + Arguments.Text(warming));
        return book;
    }

    /// <summary>Checks the small month over and over until the other's work has ended.</summary>
    private static async Task TellAsync(string beside, MeasuredBook small, Task other)
    {
        var voucher = HotelMonth.Vouchers(SmallLines).Last();
        var waits = new List<double>();
        do
            waits.Add(await CheckAsync(small, voucher, beside + " " + Arguments.Text(waits.Count)));
        while (!other.IsCompleted);
        await other;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{beside,-18} {waits.Count,4} checks: p50 {SmallMonthMeasurement.Quantile(waits, 0.5):0.00} s, p95 {SmallMonthMeasurement.Quantile(waits, 0.95):0.00} s, longest {waits.Max():0.00} s"));
    }

    private static async Task<double> CheckAsync(MeasuredBook small, Voucher voucher, string comment)
    {
        await small.PostOneAsync(voucher with { Comment = comment });
        var began = Stopwatch.GetTimestamp();
        await small.ActOnMonthAsync("check", new { });
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
