using System.Globalization;
using System.IO.Compression;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Functions.Sample;

namespace EDefter.Benchmarks;

/// <summary>
/// The hotel's month as the authority's yevmiye and kebir with their berats and the report, each file hashed, in a ZIP with the fastest deflate: <c>books [lines]</c>. Making the
/// vouchers is taken off; making the entries of them is not.
/// </summary>
internal static class BooksMeasurement
{
    public static void Run(string[] arguments)
    {
        var figures = Step(arguments);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"books of {figures.Lines} lines, {figures.More["files"]} files of {figures.More["megabytes"]:0} MB -> ZIP {figures.More["zipped"]:0} MB: {figures.Cpu:0.00} CPU s, peak {figures.PeakMb:0} MB"));
    }

    public static Figures Step(string[] arguments)
    {
        var lines = Arguments.Lines(arguments, 1_000_000);
        var made = new Meter();
        var count = HotelMonth.Vouchers(lines).Sum(static voucher => (long)voucher.Lines.Count);
        var (makingCpu, makingWall) = (made.Cpu, made.Wall);

        var meter = new Meter();
        using var target = new CountingStream();
        using var books = new ZippedBooks(target, new string('0', 64));
        var (number, line) = (1L, 1L);
        foreach (var voucher in HotelMonth.Vouchers(lines))
        {
            var entry = JournalEntry.Create(VoucherFacts.Of(voucher), chart: null, number++, line);
            line += entry.Lines.Count;
            books.Write(entry);
        }

        var files = books.Complete();
        return new Figures(count, meter.Cpu - makingCpu, meter.Wall - makingWall, Meter.PeakMegabytes)
        {
            More = new Dictionary<string, double>(StringComparer.Ordinal) { ["files"] = files.Count, ["megabytes"] = files.Sum(static file => file.Bytes) / 1e6, ["zipped"] = target.Length / 1e6 },
        };
    }

    /// <summary>The authority's files of a month in one ZIP.</summary>
    internal sealed class ZippedBooks : IDisposable
    {
        private readonly ZipArchive zip;
        private readonly GibBookWriter writer;

        public ZippedBooks(Stream target, string chain)
        {
            var company = SampleCompany.Company;
            zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
            var heading = GibHeading.Of(company, new BookId("olcum", Branch.HeadOffice), company.FiscalYear!, HotelMonth.Period, HotelMonth.Period.LastDay, "EDefter");
            writer = new GibBookWriter(heading, new GibBookOptions { FirstSeries = 1, Chain = chain }, name => zip.CreateEntry(name.ToString(), CompressionLevel.Fastest).Open());
        }

        public void Write(JournalEntry entry) => writer.Write(entry);

        public IReadOnlyList<GibFile> Complete()
        {
            var files = writer.Complete();
            zip.Dispose();
            return files;
        }

        public void Dispose() => zip.Dispose();
    }
}
