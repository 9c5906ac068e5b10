using System.Diagnostics;
using System.Globalization;

namespace EDefter.Benchmarks;

/// <summary>The check of a very large month over HTTP, watched by its memory: <c>large [lines]</c>, 5 000 000 unless given. The month goes in as one upload, and nobody here holds it.</summary>
internal static class LargeCheckMeasurement
{
    public static void Run(string[] arguments)
    {
        var figures = Step(arguments);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figures.Lines} lines: check {figures.Cpu:0.0} CPU s, {figures.Wall:0.0} s, peak of the app {figures.PeakMb:0} MB"));
        foreach (var (what, value) in figures.More)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what}: {value:0}"));
    }

    public static Figures Step(string[] arguments) => StepAsync(Arguments.Lines(arguments, 5_000_000)).GetAwaiter().GetResult();

    private static async Task<Figures> StepAsync(long lines)
    {
        using var file = MonthFile.Make(lines);
        await using var app = await RunningApp.StartAsync();
        var book = await MeasuredBook.OpenAsync(app, "buyuk");
        var import = await book.UploadAsync(file.Path);
        await book.ActAsync(import, new { });
        var more = new Dictionary<string, double>(StringComparer.Ordinal) { ["peak MB after import"] = app.PeakMegabytes };
        var (cpu, began) = (app.CpuSeconds, Stopwatch.GetTimestamp());
        using (var watch = new MemoryWatch(app))
        {
            await book.ActAsync(book.Month + "/check", new { }, watch.Turn, wait: 1);
            foreach (var (step, megabytes) in watch.End())
                more["most MB seen while: " + step] = megabytes;
        }

        return new Figures(file.Lines, app.CpuSeconds - cpu, Stopwatch.GetElapsedTime(began).TotalSeconds, app.PeakMegabytes) { More = more };
    }

    // Looks at the application's memory ten times a second and keeps the most of each step.
    private sealed class MemoryWatch : IDisposable
    {
        private readonly RunningApp app;
        private readonly Lock gate = new();
        private readonly Timer timer;
        private readonly Dictionary<string, double> most = new(StringComparer.Ordinal);
        private string step = "asked";

        public MemoryWatch(RunningApp app)
        {
            this.app = app;
            timer = new Timer(_ => Look(), state: null, dueTime: 0, period: 100);
        }

        public void Turn(string to)
        {
            lock (gate)
                step = to;
        }

        public Dictionary<string, double> End()
        {
            lock (gate)
                return new Dictionary<string, double>(most, StringComparer.Ordinal);
        }

        public void Dispose() => timer.Dispose();

        private void Look()
        {
            lock (gate)
                most[step] = Math.Max(most.GetValueOrDefault(step), app.Megabytes());
        }
    }
}
