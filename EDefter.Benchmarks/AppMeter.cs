using System.Diagnostics;
using System.Globalization;

namespace EDefter.Benchmarks;

/// <summary>Seconds and processor seconds of the application, step by step; its storage's beside them.</summary>
/// <param name="app">The application.</param>
/// <param name="tell">Each step is told as it ends.</param>
internal sealed class AppMeter(RunningApp app, bool tell = false)
{
    private readonly double cpu = app.CpuSeconds;
    private readonly double storageCpu = app.StorageCpuSeconds;
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly Dictionary<string, double> steps = new(StringComparer.Ordinal);

    public async Task StepAsync(string what, Func<Task> step)
    {
        var (before, began) = (app.CpuSeconds, Stopwatch.GetTimestamp());
        await step();
        var wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        steps[what] = wall;
        if (tell)
            Tell(what, wall, app.CpuSeconds - before);
    }

    public void TellAll() => Tell("all", Stopwatch.GetElapsedTime(started).TotalSeconds, app.CpuSeconds - cpu);

    /// <summary>What was measured; further figures are the seconds of each step, and what the storage emulator took.</summary>
    public Figures Read(long lines) => new(lines, app.CpuSeconds - cpu, Stopwatch.GetElapsedTime(started).TotalSeconds, app.PeakMegabytes)
    {
        More = new Dictionary<string, double>(steps, StringComparer.Ordinal)
        {
            ["storage cpu"] = app.StorageCpuSeconds - storageCpu,
            ["storage peak"] = app.StoragePeakMegabytes,
        },
    };

    private void Tell(string what, double wall, double seconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-18} {wall,7:0.00} s wall {seconds,7:0.00} CPU s of the app, peak {app.PeakMegabytes:0} MB"));
}
