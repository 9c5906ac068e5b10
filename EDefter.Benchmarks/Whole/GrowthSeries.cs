namespace EDefter.Benchmarks.Whole;

/// <summary>One line of the chart.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Points">CPU seconds by lines, in the order of lines.</param>
internal sealed record GrowthSeries(string Name, IReadOnlyList<(long Lines, double Seconds)> Points);
