using EDefter.Core.Companies;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Benchmarks;

/// <summary>A month as the authority's files, in a folder that is removed afterwards.</summary>
internal sealed class MeasuredBooks : IDisposable
{
    private static readonly FiscalYear Year = new() { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) };
    private readonly string folder = Directory.CreateTempSubdirectory("edefter-check-xml-").FullName;

    /// <summary>Where the sources lie.</summary>
    public static string Repository { get; } = FindRepository();

    /// <param name="megabytes">Size of the journal; the largest part where it does not fit in one.</param>
    /// <param name="linesOfOneAccount">Instead of a size: so many lines of one account, and as many of another.</param>
    public static MeasuredBooks Write(int megabytes, int linesOfOneAccount)
    {
        var books = new MeasuredBooks();
        var bytes = 0L;
        var writer = new GibBookWriter(Heading(), new GibBookOptions { FirstSeries = 1, Chain = "sha256:" + new string('3', 64) }, name => File.Create(Path.Combine(books.folder, name.ToString())));
        var templates = Enumerable.Range(0, 1_000).Select(i => VoucherFacts.Of(linesOfOneAccount > 0 ? TwoLines(i) : MeasuredVouchers.Template(i))).ToArray();
        var (number, line) = (0L, 1L);
        while (linesOfOneAccount > 0 ? number < linesOfOneAccount : bytes < megabytes * 1024L * 1024L)
        {
            // The days of a month follow one another, however many entries they have.
            var entry = JournalEntry.Create(templates[number * 31 / 100_000 % 31 + (number % 32 * 31)], chart: null, number + 1, line);
            writer.Write(entry);
            number++;
            line += entry.Lines.Count;
            bytes += entry.Lines.Count * 1_780L;
        }

        writer.Complete();
        return books;
    }

    /// <summary>Paths of documents by their kinds, the first part of each.</summary>
    public IEnumerable<string> Files(params GibDocument[] kinds) =>
        from kind in kinds
        select (from path in Directory.EnumerateFiles(folder) where GibFileName.Parse(Path.GetFileName(path))!.Document == kind orderby path select path).First();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static GibHeading Heading()
    {
        var company = new Company { Id = "olcum", TaxId = "0010213576", Title = "ÖRNEK A.Ş.", NaceCode = "551000", Phone = "2120000000", Email = "bilgi@example.org", SourceApplication = "0010213576##ÖRNEK##EDefter##1.0", FiscalYears = [Year] };
        return GibHeading.Of(company, new BookId(company.Id, "0000"), Year, new Period(2025, 1), new DateOnly(2025, 4, 10), "EDefter");
    }

    // Two accounts alone, whose ledgers hold all lines.
    private static Voucher TwoLines(int number) =>
        MeasuredVouchers.Template(number, lines: [MeasuredVouchers.Line(0, 0, 1000, debit: true), MeasuredVouchers.Line(0, 1, 1000, debit: false)]);

    private static string FindRepository()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "EDefter.sln")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The measurement runs inside the repository.");
        return root;
    }
}
