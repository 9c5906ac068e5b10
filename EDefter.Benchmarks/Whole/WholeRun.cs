using System.Diagnostics;
using System.Globalization;

namespace EDefter.Benchmarks.Whole;

/// <summary>
/// Everything that the README tells, by one command: <c>all [--lines N] [--write]</c>, N = 1 000 000 unless given; the very large month has five times as many. Each row is measured in a
/// process of its own. Goals are those of a million lines and shrink with N. With <c>--write</c> the table goes into the README and the chart into docs/images.
/// </summary>
internal static class WholeRun
{
    private const long Million = 1_000_000;

    // The slowest library takes minutes, and gigabytes, for more.
    private const long RowsCompared = 50_000;

    public static void Run(string[] arguments)
    {
        var lines = Arguments.Option(arguments, "--lines", Million);
        var began = Stopwatch.GetTimestamp();
        using var small = MonthFile.Make(Math.Min(lines, 10_000));
        using var file = MonthFile.Make(lines);
        var growth = new Growth(lines, small.Path);
        List<GoalRow> rows =
        [
            Judged(lines),
            .. Workbooks(lines),
            Books(lines),
            Chunks(file),
            Floor(growth),
            Month(growth),
            .. growth.Rows(),
            .. SmallMonths(),
            Large(lines),
        ];
        var table = GoalRow.Head + "\n" + string.Join('\n', rows);
        Console.WriteLine(table);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(began).TotalMinutes:0.0} minutes."));
        if (arguments.Contains("--write", StringComparer.Ordinal))
            ReadmeSection.Write(table, GrowthChart.Draw(growth.Series));
    }

    private static GoalRow Judged(long lines)
    {
        var figures = Told("rules", Arguments.Text(lines));
        return new GoalRow(
            $"check + number {GoalRow.Count(figures.Lines)} lines, in process, every rule of a check", "1.5 CPU s", figures.Cpu, figures.Wall, figures.PeakMb, figures.Cpu / (1.5 * Share(figures.Lines)))
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{figures.More["ran"]:0} rules ran: {figures.More["rules"]:0.00}, numbers {figures.More["numbers"]:0.00}; the first run of the process, which compiles them, {figures.More["first"]:0.00}"),
        };
    }

    private static IEnumerable<GoalRow> Workbooks(long lines)
    {
        var figures = Told("workbook", Arguments.Text(lines));
        yield return new GoalRow($"workbook {GoalRow.Count(figures.Lines)} × 20", "4 CPU s, 100 MB", figures.Cpu, figures.Wall, figures.PeakMb, figures.Cpu / (4 * Share(figures.Lines)), figures.PeakMb / 100);
        var rows = Math.Min(lines / 2, RowsCompared);
        double? own = null;
        foreach (var library in WorkbookLibraries.Names)
        {
            var found = Told("library", library, Arguments.Text(rows));
            own ??= found.Cpu;
            yield return new GoalRow($"workbook {GoalRow.Count(rows)} × 20 by {WorkbookLibraries.TitleOf(library)}", own == found.Cpu ? "" : "slower than ours", found.Cpu, found.Wall, found.PeakMb)
            {
                Note = string.Create(CultureInfo.InvariantCulture, $"{found.Cpu / own.Value:0.0} × ours"),
            };
        }
    }

    private static GoalRow Books(long lines)
    {
        var figures = Told("books", Arguments.Text(lines));
        return new GoalRow($"yevmiye + kebir XML of {GoalRow.Count(figures.Lines)} lines, SHA-256, fastest deflate", "8 CPU s, 150 MB", figures.Cpu, figures.Wall, figures.PeakMb, figures.Cpu / (8 * Share(figures.Lines)), figures.PeakMb / 150)
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{figures.More["files"]:0} files, {GoalRow.Count(figures.More["megabytes"])} MB → {GoalRow.Count(figures.More["zipped"])} MB"),
        };
    }

    private static GoalRow Chunks(MonthFile file)
    {
        var figures = Told("chunks", file.Path, Arguments.Text(file.Lines));
        var speed = figures.Lines / figures.Cpu;
        return new GoalRow("gzipped NDJSON → compressed chunks ready to store, in process", "500 000 lines per CPU s", figures.Cpu, figures.Wall, figures.PeakMb, 500_000 / speed)
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{GoalRow.Count(1_000 * Math.Round(speed / 1_000))} lines per CPU s; the first run of the process, which compiles, {figures.More["first"]:0.00}"),
        };
    }

    private static GoalRow Floor(Growth growth)
    {
        var floor = growth.Largest.Floor;
        return new GoalRow(
            $"the floor: {GoalRow.Count(floor.Lines)} lines in one process and thread: read, check, number, workbook, Y + K, sealed", "12 CPU s, 350 MB", floor.Cpu, floor.Wall, floor.PeakMb, floor.Cpu / (12 * Share(floor.Lines)), floor.PeakMb / 350)
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"with the workbook alone {floor.More["judge"] + floor.More["workbook"]:0.0} s"),
        };
    }

    // Held against what the floor takes for the same files.
    private static GoalRow Month(Growth growth)
    {
        var (_, floor, month) = growth.Largest;
        var withBooks = month.More.ContainsKey("archive gib-draft");
        var least = withBooks ? floor.Wall : floor.More["judge"] + floor.More["workbook"];
        var steps = string.Join(", ", month.More.Where(static step => step.Key is "ingest" or "check" or "number" || step.Key.StartsWith("archive ", StringComparison.Ordinal)).Select(static step => string.Create(CultureInfo.InvariantCulture, $"{step.Key} {step.Value:0.0} s")));
        var wall = withBooks ? month.Wall : month.Wall - month.More.GetValueOrDefault("archive izibiz");
        return new GoalRow(
            $"the month of {GoalRow.Count(month.Lines)} lines through HTTP, Azurite and LocalWorker, first post to the archives’ links", $"3 × the floor for the same files ({least.ToString("0.0", CultureInfo.InvariantCulture)} s), app 600 MB", month.Cpu, month.Wall, month.PeakMb, wall / (3 * least), month.PeakMb / 600)
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{steps}; {wall / least:0.0} × the floor; Azurite beside it {month.More["storage cpu"]:0.0} CPU s, {month.More["storage peak"]:0} MB"),
        };
    }

    private static IEnumerable<GoalRow> SmallMonths()
    {
        var figures = Told("small");
        foreach (var act in (string[])["check", "number", "archive"])
        {
            var (half, most) = (figures.More[act + " p50"], figures.More[act + " p95"]);
            yield return new GoalRow($"{act} a small month of {GoalRow.Count(figures.Lines)} lines, one request, warm", "answered in < 1 s", Cpu: null, half, PeakMb: null, half, most)
            {
                Note = string.Create(CultureInfo.InvariantCulture, $"p50 {half:0.00} s, p95 {most:0.00} s"),
            };
        }
    }

    private static GoalRow Large(long lines)
    {
        var figures = Told("large", Arguments.Text(5 * lines));
        return new GoalRow($"check of {GoalRow.Count(figures.Lines)} lines through HTTP", "app 800 MB", figures.Cpu, figures.Wall, figures.PeakMb, figures.PeakMb / 800)
        {
            Note = $"its upload imported with {GoalRow.Count(figures.More["peak MB after import"])} MB",
        };
    }

    private static double Share(long lines) => (double)lines / Million;

    private static Figures Told(params string[] step)
    {
        Console.Error.WriteLine(string.Join(' ', step));
        return ChildStep.Run(step);
    }
}
