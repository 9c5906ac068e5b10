namespace EDefter.Benchmarks;

/// <summary>What one measurement gave.</summary>
/// <param name="Lines">Journal lines, or rows, that were worked on.</param>
/// <param name="Cpu">CPU seconds (user + system) of the process that did it.</param>
/// <param name="Wall">Seconds.</param>
/// <param name="PeakMb">Most that the process ever had resident, MB (10⁶ bytes).</param>
internal sealed record Figures(long Lines, double Cpu, double Wall, double PeakMb)
{
    /// <summary>Further figures by name.</summary>
    public IReadOnlyDictionary<string, double> More { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>The run whose CPU seconds are in the middle.</summary>
    public static Figures Median(IEnumerable<Figures> runs)
    {
        Figures[] sorted = [.. runs.OrderBy(static run => run.Cpu)];
        return sorted[(sorted.Length - 1) / 2];
    }
}
