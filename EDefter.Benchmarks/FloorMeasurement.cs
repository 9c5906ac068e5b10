using System.Globalization;
using System.IO.Compression;
using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Journal;
using EDefter.Core.Reading;
using EDefter.Core.Rules;
using EDefter.Core.Sealing;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;

namespace EDefter.Benchmarks;

/// <summary>
/// The whole month in one process and on one thread, without storage: <c>floor [lines]</c>. Gzipped NDJSON is read, checked and numbered; then it is read again and written as our
/// sealed workbook and as the authority's books. It is what a month costs at least with all rules on; reading twice is in it, because nobody can number what is not wholly checked
/// and nothing holds the month.
/// </summary>
internal static class FloorMeasurement
{
    private const int WarmingRuns = 3;

    public static void Run(string[] arguments)
    {
        using var file = MonthFile.Make(Arguments.Lines(arguments, 100_000));
        var figures = Step([file.Path, "1", file.Path, Arguments.Text(file.Lines)]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Lines} lines: {figures.Cpu:0.00} CPU s, {figures.Wall:0.00} s (read, check, number {figures.More["judge"]:0.00} s, read again {figures.More["write"]:0.00} s for all files, {figures.More["workbook"]:0.00} s for the workbook alone), peak {figures.PeakMb:0} MB"));
    }

    /// <param name="arguments">The month's file, runs, a small month's file to warm up with, lines of the month.</param>
    public static Figures Step(string[] arguments) =>
        StepAsync(arguments[0], (int)Arguments.Lines(arguments[1..], 1), arguments[2], Arguments.Lines(arguments[3..], 0)).GetAwaiter().GetResult();

    private static async Task<Figures> StepAsync(string path, int runs, string warming, long lines)
    {
        for (var i = 0; i < WarmingRuns; i++)
            await MeasureAsync(warming, lines);
        var figures = new List<Figures>();
        for (var i = 0; i < runs; i++)
            figures.Add(await MeasureAsync(path, lines));
        // The workbook alone, which is what the service writes where it does not write the authority's books; outside of the figure.
        var median = Figures.Median(figures);
        return median with { PeakMb = figures.Max(static run => run.PeakMb) };
    }

    private static async Task<Figures> MeasureAsync(string path, long lines)
    {
        var context = HotelMonth.Context();
        var meter = new Meter();
        var numbers = await JudgeAsync(path, context);
        var judged = meter.Wall;
        await WriteAsync(path, context, numbers, withBooks: true);
        var figures = meter.Read(lines);
        var alone = new Meter();
        await WriteAsync(path, context, numbers, withBooks: false);
        return figures with { More = new Dictionary<string, double>(StringComparer.Ordinal) { ["judge"] = judged, ["write"] = figures.Wall - judged, ["workbook"] = alone.Wall } };
    }

    private static async Task<Numbering> JudgeAsync(string path, CheckContext context)
    {
        var engine = CheckEngine.Begin(context, static _ => { });
        using var numbers = new NumberingBuilder(before: null, context.Chart);
        await foreach (var day in DaysAsync(path))
        {
            foreach (var voucher in day)
                engine.Observe(voucher);
            numbers.AddDay(day[0].Date.Value!.Value, day.Select(voucher => (VoucherFacts.Of(voucher), voucher.Id)));
        }

        if (engine.Finish().Errors > 0)
            throw new InvalidOperationException("The measured month has errors.");
        return numbers.Complete(new BookId("olcum", Branch.HeadOffice), HotelMonth.Period);
    }

    private static async Task WriteAsync(string path, CheckContext context, Numbering numbers, bool withBooks)
    {
        using var workbookZip = new CountingStream();
        using var booksZip = new CountingStream();
        using var archive = ArchiveWriter.Begin(ArchiveMeasurement.RequestOf(numbers), ProfileBook.Standard.Find(ProfileBook.Default)!, workbookZip);
        using var books = withBooks ? new BooksMeasurement.ZippedBooks(booksZip, numbers.Chain) : null;
        var (number, line) = (numbers.First, numbers.FirstLine);
        await foreach (var day in DaysAsync(path))
        {
            foreach (var voucher in day)
            {
                var entry = JournalEntry.Create(VoucherFacts.Of(voucher), context.Chart, number++, line);
                line += entry.Lines.Count;
                archive.Write(entry);
                books?.Write(entry);
            }
        }

        archive.Complete();
        books?.Complete();
    }

    private static async IAsyncEnumerable<Voucher[]> DaysAsync(string path)
    {
        var held = new List<Voucher>();
        await using var file = File.OpenRead(path);
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await foreach (var row in VoucherStreamReader.ReadAsync(unzipped, VoucherContent.NdJson))
        {
            var voucher = row.Voucher ?? throw new InvalidOperationException("The measured month has a row that cannot be read.");
            if (held.Count > 0 && held[0].Date != voucher.Date)
                yield return HotelMonth.Whole(held);
            held.Add(voucher);
        }

        yield return HotelMonth.Whole(held);
    }
}
