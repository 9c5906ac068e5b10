using System.Diagnostics;
using System.Globalization;

namespace EDefter.Benchmarks;

/// <summary>How long a person waits for a small month, over HTTP, one request each: <c>small [lines] [months]</c>, 2 000 lines and 25 months unless given; the first five warm the application up.</summary>
internal static class SmallMonthMeasurement
{
    private const int Warming = 5;

    public static void Run(string[] arguments)
    {
        var figures = Step(arguments);
        foreach (var act in (string[])["check", "number", "archive"])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{act,-8} of {figures.Lines} lines: p50 {figures.More[act + " p50"]:0.00} s, p95 {figures.More[act + " p95"]:0.00} s"));
    }

    public static Figures Step(string[] arguments) => StepAsync(Arguments.Lines(arguments, 2_000), (int)Arguments.Lines(arguments.Length > 1 ? arguments[1..] : [], 25)).GetAwaiter().GetResult();

    private static async Task<Figures> StepAsync(long lines, int months)
    {
        await using var app = await RunningApp.StartAsync();
        using var packed = new MemoryStream();
        var written = HotelMonth.Write(packed, HotelMonth.Vouchers(lines));
        Dictionary<string, List<double>> waits = new(StringComparer.Ordinal) { ["check"] = [], ["number"] = [], ["archive"] = [] };
        var meter = new AppMeter(app);
        for (var month = 0; month < months; month++)
        {
            var book = await MeasuredBook.OpenAsync(app, "kucuk-" + Arguments.Text(month));
            await book.PostAsync(packed.ToArray());
            foreach (var (act, path, body) in Acts)
            {
                var began = Stopwatch.GetTimestamp();
                await book.ActOnMonthAsync(path, body);
                if (month >= Warming)
                    waits[act].Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            }
        }

        return meter.Read(written) with
        {
            More = waits.SelectMany(static act => new[] { (act.Key + " p50", Quantile(act.Value, 0.5)), (act.Key + " p95", Quantile(act.Value, 0.95)) }).ToDictionary(StringComparer.Ordinal),
        };
    }

    private static (string Act, string Path, object Body)[] Acts =>
        [("check", "check", new { }), ("number", "numbers", new { by = "Ölçüm" }), ("archive", "archives", new { by = "Ölçüm", profile = "edefter" })];

    /// <summary>The smallest of the values that at least such a share of them does not exceed; 0 where there are none.</summary>
    public static double Quantile(IReadOnlyCollection<double> values, double share)
    {
        if (values.Count == 0)
            return 0;
        double[] sorted = [.. values.Order()];
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}
