using System.Globalization;

namespace EDefter.Benchmarks.Whole;

/// <summary>The same work at growing sizes, each size warmed up: in process, and through HTTP.</summary>
internal sealed class Growth
{
    private readonly List<Point> points = [];

    /// <param name="lines">The largest size; the others are a tenth and a hundredth of it.</param>
    /// <param name="warming">A small month's file.</param>
    public Growth(long lines, string warming)
    {
        // The smaller the month, the more often: a few milliseconds of somebody else's work would bend the line.
        foreach (var (size, runs) in ((long, int)[])[(lines / 100, 15), (lines / 10, 5), (lines, 1)])
        {
            using var file = MonthFile.Make(size);
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"floor and month of {size} lines"));
            var floor = ChildStep.Run("floor", file.Path, Arguments.Text(runs), warming, Arguments.Text(file.Lines));
            points.Add(new Point(file.Lines, floor, ChildStep.Run("month", Arguments.Text(size))));
        }
    }

    public Point Largest => points[^1];

    /// <summary>CPU seconds by lines.</summary>
    public IReadOnlyList<GrowthSeries> Series =>
    [
        new GrowthSeries("through HTTP, the app", [.. points.Select(static point => (point.Lines, point.Month.Cpu))]),
        new GrowthSeries("in process", [.. points.Select(static point => (point.Lines, point.Floor.Cpu))]),
    ];

    public IEnumerable<GoalRow> Rows() =>
        [RowOf("in process", [.. points.Select(static point => point.Floor)]), RowOf("through HTTP", [.. points.Select(static point => point.Month)])];

    private static GoalRow RowOf(string what, Figures[] figures)
    {
        double[] perLine = [.. figures.Select(static one => 1e6 * one.Cpu / one.Lines)];
        var tenfold = perLine[^1] / perLine[^2];
        return new GoalRow(
            $"cost as the month grows, {what}", "≤ 1.10 × a line’s cost at a tenth of the size", Cpu: null, Wall: null, PeakMb: null, tenfold / 1.1)
        {
            Note = string.Join(", ", figures.Zip(perLine, static (one, cost) => string.Create(CultureInfo.InvariantCulture, $"{GoalRow.Count(one.Lines)} lines: {cost:0.0} µs a line, {one.PeakMb:0} MB"))),
        };
    }

    internal sealed record Point(long Lines, Figures Floor, Figures Month);
}
