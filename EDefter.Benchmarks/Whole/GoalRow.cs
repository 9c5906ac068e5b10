using System.Globalization;

namespace EDefter.Benchmarks.Whole;

/// <summary>One row of the table: what was done, the goal, what was measured, and the measured figure as a share of the goal (above 1 the goal is missed).</summary>
/// <param name="What">What was done.</param>
/// <param name="Goal">In words.</param>
/// <param name="Cpu">CPU seconds of the process that did it; null where they are not the point.</param>
/// <param name="Wall">Seconds; likewise.</param>
/// <param name="PeakMb">Peak memory, MB; likewise.</param>
/// <param name="Ratios">Measured ÷ goal, in the order of the goal's words.</param>
internal sealed record GoalRow(string What, string Goal, double? Cpu, double? Wall, double? PeakMb, params double[] Ratios)
{
    /// <summary>Further figures, told behind what was done.</summary>
    public string? Note { get; init; }

    public static string Head => "| what | goal | CPU s | s | peak MB | measured ÷ goal |\n|---|---|---|---|---|---|";

    public override string ToString() =>
        $"| {What}{(Note is null ? "" : $" ({Note})")} | {Goal} | {Number(Cpu, "0.00")} | {Number(Wall, "0.0")} | {Number(PeakMb, "0")} | {string.Join(" · ", Ratios.Select(static ratio => Number(ratio, "0.00")))} |";

    public static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    /// <summary>With blanks between thousands.</summary>
    public static string Count(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture).Replace(',', ' ');
}
