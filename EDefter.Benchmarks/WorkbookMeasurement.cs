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
            Compare((int)Arguments.Lines(arguments[1..], RowsCompared));
        else
            MeasureOwn(arguments, (int)Arguments.Lines(arguments, RowsDefault));
    }

    /// <summary>Our writer, into nothing.</summary>
    public static Figures Step(string[] arguments)
    {
        var rows = (int)Arguments.Lines(arguments, RowsDefault);
        var meter = new Meter();
        using var target = new CountingStream();
        WorkbookLibraries.Own(target, rows, new WorkbookOptions());
        return meter.Read(rows);
    }

    /// <summary>A library, into a file, because libraries ask for one that they can seek in: its name, then the rows.</summary>
    public static Figures LibraryStep(string[] arguments)
    {
        var rows = (int)Arguments.Lines(arguments[1..], RowsCompared);
        using var file = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        var meter = new Meter();
        WorkbookLibraries.Write(arguments[0], file, rows);
        return meter.Read(rows) with { More = new Dictionary<string, double>(StringComparer.Ordinal) { ["written"] = file.Length / 1e6 } };
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

    private static void Compare(int rows)
    {
        double? own = null;
        foreach (var library in WorkbookLibraries.Names)
        {
            var told = ChildStep.Run("library", library, Arguments.Text(rows));
            own ??= told.Cpu;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{library,-10} {rows} x 20: {told.Cpu:0.00} CPU s, peak {told.PeakMb:0} MB, {told.More["written"]:0.0} MB written, {told.Cpu / own.Value:0.0} x ours"));
        }
    }
}
