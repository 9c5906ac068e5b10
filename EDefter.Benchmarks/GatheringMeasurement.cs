using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Benchmarks;

/// <summary>
/// An ERP that posts voucher by voucher, and what that costs the check: <c>gathering [vouchers]</c>, 10 000 single posts unless given. The first check gathers the month; the same month
/// sent in one piece stands beside it.
/// </summary>
internal static class GatheringMeasurement
{
    private const int LinesPerVoucher = 5;
    private const int AtOnce = 8;

    public static void Run(string[] arguments) => RunAsync((int)Arguments.Lines(arguments, 10_000)).GetAwaiter().GetResult();

    private static async Task RunAsync(int count)
    {
        Voucher[] vouchers = [.. HotelMonth.Vouchers((long)count * LinesPerVoucher).Take(count)];
        await using var app = await RunningApp.StartAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{vouchers.Length} vouchers, {vouchers.Sum(static voucher => voucher.Lines.Count)} lines"));
        var singles = await MeasuredBook.OpenAsync(app, "tek-tek");
        var whole = await MeasuredBook.OpenAsync(app, "toptan");
        var meter = new AppMeter(app, tell: true);
        await meter.StepAsync("single posts", () => Parallel.ForEachAsync(vouchers.SkipLast(1), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (voucher, _) => await singles.PostOneAsync(voucher)));
        await meter.StepAsync("check, gathering", () => singles.ActOnMonthAsync("check", new { }));
        await singles.PostOneAsync(vouchers[^1]);
        await meter.StepAsync("check, gathered", () => singles.ActOnMonthAsync("check", new { }));
        await meter.StepAsync("one post", () => whole.PostAsync(Packed(vouchers)));
        await meter.StepAsync("check, of one post", () => whole.ActOnMonthAsync("check", new { }));
    }

    private static byte[] Packed(Voucher[] vouchers)
    {
        using var packed = new MemoryStream();
        HotelMonth.Write(packed, vouchers);
        return packed.ToArray();
    }
}
