using System.Globalization;
using System.IO.Compression;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Sample;
using EDefter.Storage.Log;

namespace EDefter.Benchmarks;

/// <summary>
/// Gzipped NDJSON to compressed chunks ready to store, in process: <c>chunks [file]</c>, the file of 1 000 000 lines unless one is given. Unpacking, reading, hashes, index, chunks
/// and the answer are all in it; the table takes every row and keeps none.
/// </summary>
internal static class ChunksMeasurement
{
    private const int Runs = 3;

    public static void Run(string[] arguments)
    {
        using var made = arguments.Length > 0 ? null : MonthFile.Make(1_000_000);
        var figures = Step([made?.Path ?? arguments[0]]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figures.More["stored"]} vouchers to {figures.More["megabytes"]:0.0} MB of chunks: {figures.Cpu:0.00} CPU s (the first run {figures.More["first"]:0.00}), {figures.Wall:0.00} s, peak {figures.PeakMb:0} MB"));
    }

    /// <summary>The median of several runs, and what the first took, in which the code is compiled.</summary>
    /// <param name="arguments">The file, then its lines.</param>
    public static Figures Step(string[] arguments)
    {
        var runs = Enumerable.Range(0, Runs).Select(_ => StepAsync(arguments[0], Arguments.Lines(arguments[1..], 0)).GetAwaiter().GetResult()).ToList();
        var median = Figures.Median(runs);
        return median with { PeakMb = Meter.PeakMegabytes, More = new Dictionary<string, double>(median.More, StringComparer.Ordinal) { ["first"] = runs[0].Cpu } };
    }

    private static async Task<Figures> StepAsync(string path, long lines)
    {
        // What the run before left behind is not this one's to clear away.
        GC.Collect();
        var table = new ForgettingTable();
        var log = new VoucherLog(table, Guid.NewGuid, TimeProvider.System, new VoucherLogOptions());
        var meter = new Meter();
        await using var file = File.OpenRead(path);
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        var answer = await log.AppendAsync(RequestOf(), VoucherStreamReader.ReadAsync(unzipped, VoucherContent.NdJson), CancellationToken.None);
        var figures = meter.Read(lines);
        if (answer.Rejected.Count > 0 || answer.Stored != answer.Received)
            throw new InvalidOperationException("Something of the measured month was not stored.");
        return figures with { More = new Dictionary<string, double>(StringComparer.Ordinal) { ["stored"] = answer.Stored, ["megabytes"] = table.Bytes / 1e6 } };
    }

    private static AppendRequest RequestOf() => new()
    {
        Book = new BookId("olcum", Branch.HeadOffice),
        Company = SampleCompany.Company with { FiscalYears = [SampleCompany.Company.FiscalYear!] },
        Kind = CommitKind.Vouchers,
        Actor = new Actor("Ölçüm", "olcum"),
        At = DateTimeOffset.UnixEpoch,
    };
}
