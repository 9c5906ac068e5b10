using System.Diagnostics;
using System.Text.Json;

namespace EDefter.Benchmarks;

/// <summary>One measurement in a process of its own, so that its processor time and its peak of memory are its alone.</summary>
internal static class ChildStep
{
    private const string Mark = "figures ";

    /// <summary>What can be measured so.</summary>
    private static readonly Dictionary<string, Func<string[], Figures>> Steps = new(StringComparer.Ordinal)
    {
        ["books"] = BooksMeasurement.Step,
        ["chunks"] = ChunksMeasurement.Step,
        ["floor"] = FloorMeasurement.Step,
        ["large"] = LargeCheckMeasurement.Step,
        ["library"] = WorkbookMeasurement.LibraryStep,
        ["month"] = MonthMeasurement.Step,
        ["rules"] = RulesMeasurement.Step,
        ["small"] = SmallMonthMeasurement.Step,
        ["workbook"] = WorkbookMeasurement.Step,
    };

    /// <summary>In the child: measures, and tells the figures on a line of their own.</summary>
    public static void Answer(string[] arguments) => Console.WriteLine(Mark + JsonSerializer.Serialize(Steps[arguments[0]](arguments[1..])));

    /// <summary>In the parent: starts the child and waits for its figures.</summary>
    /// <param name="arguments">The measurement, and what it is told.</param>
    /// <exception cref="InvalidOperationException">The child failed; what it said stands on the error stream.</exception>
    public static Figures Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        // Under "dotnet program.dll" the process is dotnet itself.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ChildStep).Assembly.Location);
        foreach (var argument in (string[])["step", .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        Figures? figures = null;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
                figures = JsonSerializer.Deserialize<Figures>(line.AsSpan(Mark.Length));
            else
                Console.Error.WriteLine(line);
        }

        process.WaitForExit();
        return process.ExitCode == 0 && figures is not null ? figures : throw new InvalidOperationException($"The measurement {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
