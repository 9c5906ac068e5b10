using System.Diagnostics;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Benchmarks;

/// <summary>One customer of a soak: month after month, each in a company of its own, with what is done to each drawn from the seed.</summary>
/// <param name="app">What is soaked.</param>
/// <param name="tally">What all tenants did.</param>
/// <param name="seed">Of the run.</param>
/// <param name="number">Which tenant.</param>
/// <param name="rest">Between two months.</param>
internal sealed class SoakTenant(RunningApp app, SoakTally tally, int seed, int number, TimeSpan rest)
{
    private static readonly string[] AllClasses = ["A", "B"];

    private static readonly string[] Profiles = ["edefter", "izibiz", "qnb", "defterdar"];

    private readonly Random random = new((seed * 1_000) + number);

    public async Task SmallMonthsAsync(CancellationToken isOver)
    {
        for (var month = 0; !isOver.IsCancellationRequested; month++)
        {
            var book = await OpenAsync(month);
            var vouchers = SampleMonth.Clean().ToArray();
            if (random.Next(3) == 0)
                await RepairAsync(book);
            await SendAsync(book, vouchers);
            // Some ERPs send everything again.
            if (random.Next(4) == 0)
                await SendAsync(book, vouchers);
            await CheckAsync(book);
            await ArchiveAsync(book, vouchers.Sum(static voucher => (long)voucher.Lines.Count), isLarge: false);
            await RestAsync(isOver);
        }
    }

    public async Task LargeMonthsAsync(MonthFile file, CancellationToken isOver)
    {
        for (var month = 0; !isOver.IsCancellationRequested; month++)
        {
            var book = await OpenAsync(month);
            var import = await book.UploadAsync(file.Path);
            await book.ActAsync(import, new { });
            await book.ActOnMonthAsync("check", new { });
            await ArchiveAsync(book, file.Lines, isLarge: true);
            await RestAsync(isOver);
        }
    }

    private async Task RestAsync(CancellationToken isOver) => await Task.Delay(rest, isOver).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private Task<MeasuredBook> OpenAsync(int month) => MeasuredBook.OpenAsync(app, $"soak-{Arguments.Text(number)}-{Arguments.Text(month)}");

    // The month with its faults, a plan of what can be mended, and a person who accepts it. The corrected month follows.
    private async Task RepairAsync(MeasuredBook book)
    {
        await SendAsync(book, [.. SampleMonth.Faulty.Vouchers.Where(static voucher => voucher.Lines.Count > 0)]);
        if (await CheckAsync(book) == 0)
            throw new InvalidOperationException("The faulty month has no error.");
        var plan = await book.ActOnMonthAsync("repairs", new { });
        var applied = await book.ActOnMonthAsync($"repairs/{plan.GetProperty("run").GetString()}/apply", new { by = "Ölçüm", accept = new { classes = AllClasses } });
        if (applied.GetProperty("applied").GetInt64() == 0)
            throw new InvalidOperationException("Nothing was repaired.");
        tally.Repaired();
    }

    private async Task SendAsync(MeasuredBook book, Voucher[] vouchers)
    {
        for (var sent = 0; sent < vouchers.Length;)
        {
            var next = Math.Min(vouchers.Length, sent + random.Next(1, vouchers.Length));
            using var packed = new MemoryStream();
            HotelMonth.Write(packed, vouchers[sent..next]);
            await book.PostAsync(packed.ToArray());
            sent = next;
        }
    }

    /// <returns>Errors.</returns>
    private async Task<long> CheckAsync(MeasuredBook book)
    {
        var began = Stopwatch.GetTimestamp();
        var report = await book.ActOnMonthAsync("check", new { });
        tally.Checked(Stopwatch.GetElapsedTime(began));
        return report.GetProperty("counts").GetProperty("error").GetInt64();
    }

    private async Task ArchiveAsync(MeasuredBook book, long lines, bool isLarge)
    {
        await book.ActOnMonthAsync("numbers", new { by = "Ölçüm" });
        var archive = await book.ActOnMonthAsync("archives", new { by = "Ölçüm", profile = Profiles[random.Next(Profiles.Length)] });
        await SoakRun.DemandIntactAsync(book, await book.DownloadAsync(await book.LinkAsync(archive)));
        tally.Archived(book, archive, lines, isLarge);
    }
}
