using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using EDefter.Core.Formats.Workbook;

namespace EDefter.Benchmarks;

/// <summary>
/// 1 000 000 rows × 20 filled columns through the streaming workbook writer: <c>workbook [rows] [optimal] [references] [hash]</c>; and the same
/// rows through the libraries, each in a process of its own, with ratios: <c>workbook compare [rows]</c>.
/// </summary>
internal static class WorkbookMeasurement
{
    private const int RowsDefault = 1_000_000;

    // The slowest library takes minutes for a million rows.
    private const int RowsCompared = 100_000;

    public static void Run(string[] arguments)
    {
        if (arguments is ["compare", ..])
            Compare(Rows(arguments[1..], RowsCompared));
        else if (arguments is ["library", var library, var rows])
            Measure(library, int.Parse(rows, CultureInfo.InvariantCulture));
        else
            MeasureOwn(arguments, Rows(arguments, RowsDefault));
    }

    private static void MeasureOwn(string[] arguments, int rows)
    {
        var options = new WorkbookOptions
        {
            CellReferences = arguments.Contains("references", StringComparer.Ordinal),
            HashParts = arguments.Contains("hash", StringComparer.Ordinal),
            Compression = arguments.Contains("optimal", StringComparer.Ordinal) ? CompressionLevel.Optimal : CompressionLevel.Fastest,
        };
        var meter = new Meter();
        using var target = new CountingStream();
        WorkbookLibraries.Own(target, rows, options);
        meter.Tell(string.Create(CultureInfo.InvariantCulture, $"workbook {rows} x 20 ({options.Compression}{(options.CellReferences ? ", references" : "")}{(options.HashParts ? ", parts hashed" : "")}) -> {target.Length / 1e6:0.0} MB"));
    }

    // Libraries ask for a file they can seek in, so everybody gets one.
    private static void Measure(string library, int rows)
    {
        using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var meter = new Meter();
        WorkbookLibraries.Write(library, file, rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{meter.Cpu:0.00} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} {file.Length / 1e6:0.0}"));
    }

    private static void Compare(int rows)
    {
        double? own = null;
        foreach (var library in WorkbookLibraries.Names)
        {
            var told = RunLibrary(library, rows);
            own ??= told[0];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{library,-10} {rows} x 20: {told[0]:0.00} CPU s, peak {told[1]:0} MB, {told[2]:0.0} MB written, {told[0] / own.Value:0.0} x ours"));
        }
    }

    private static double[] RunLibrary(string library, int rows)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        // Under "dotnet program.dll" the process is dotnet itself.
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(WorkbookMeasurement).Assembly.Location);
        foreach (var argument in (string[])["workbook", "library", library, rows.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? [.. told.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"{library} ended with {process.ExitCode}.");
    }

    private static int Rows(string[] arguments, int otherwise) =>
        arguments.Length > 0 && int.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;
}
