using System.Globalization;

namespace EDefter.Benchmarks;

/// <summary>The check of one month by one instance of the application and by two, over the same storage: <c>fan-out [lines]</c>, 200 000 unless given. A voucher is sent in between, so that both check.</summary>
internal static class FanOutMeasurement
{
    public static void Run(string[] arguments) => RunAsync(Arguments.Lines(arguments, 200_000)).GetAwaiter().GetResult();

    private static async Task RunAsync(long lines)
    {
        using var file = MonthFile.Make(lines);
        await using var app = await RunningApp.StartAsync();
        var book = await MeasuredBook.OpenAsync(app, "olcum");
        await book.ActAsync(await book.UploadAsync(file.Path), new { });
        var last = HotelMonth.Vouchers(lines).Last();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Lines} lines"));
        // The first check reads the index from the table and compiles the rules.
        await book.ActOnMonthAsync("check", new { });
        for (var run = 0; run < 3; run++)
        {
            await book.PostOneAsync(last with { Comment = "tek " + Arguments.Text(run) });
            var meter = new AppMeter(app, tell: true);
            await meter.StepAsync("one instance", () => book.ActOnMonthAsync("check", new { }));
        }

        var second = await app.StartAnotherAsync();
        for (var run = 0; run < 3; run++)
        {
            await book.PostOneAsync(last with { Comment = "çift " + Arguments.Text(run) });
            var (meter, before) = (new AppMeter(app, tell: true), RunningApp.Cpu(second));
            await meter.StepAsync("two instances", () => book.ActOnMonthAsync("check", new { }));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"… the second",-18} {"",7}        {RunningApp.Cpu(second) - before,7:0.00} CPU s"));
        }

        await RunningApp.EndAsync(second);
    }
}
