using System.Globalization;
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
        var templates = Enumerable.Range(0, 1_000).Select(i => VoucherFacts.Of(linesOfOneAccount > 0 ? TwoLines(i) : FiveLines(i))).ToArray();
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

    private static Voucher FiveLines(int number) => Template(
        number, [Line(number, 0, 1000, debit: true), Line(number, 1, 200, debit: true), Line(number, 2, 50.25m, debit: true), Line(number, 3, 1200.25m, debit: false), Line(number, 4, 50, debit: false)]);

    private static Voucher TwoLines(int number) => Template(number, [Line(0, 0, 1000, debit: true), Line(0, 1, 1000, debit: false)]);

    private static Voucher Template(int number, IReadOnlyList<VoucherLine> lines) => new()
    {
        Id = number.ToString("D8", CultureInfo.InvariantCulture),
        Number = number.ToString("D6", CultureInfo.InvariantCulture),
        Date = DateField.Of(new DateOnly(2025, 1, 1 + (number % 31))),
        Kind = "mahsup",
        EnteredBy = "H.A.",
        Comment = "Fatura kaydı " + number.ToString(CultureInfo.InvariantCulture),
        Lines = lines,
    };

    private static VoucherLine Line(int number, int place, decimal amount, bool debit) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{number:D6}{place}"),
        Account = string.Create(CultureInfo.InvariantCulture, $"{153 + place}.{number % 97:D3}"),
        AccountName = "ALT HESAP İSMİ " + (number % 97).ToString(CultureInfo.InvariantCulture),
        MainAccountName = "TİCARİ MALLAR",
        Debit = debit ? AmountField.Of(amount) : AmountField.Absent,
        Credit = debit ? AmountField.Absent : AmountField.Of(amount),
        Description = "Satır açıklaması " + number.ToString(CultureInfo.InvariantCulture),
        PaymentMethod = "Banka",
        Document = new SourceDocument { Type = "invoice", Number = string.Create(CultureInfo.InvariantCulture, $"ABC2025{number:D9}"), Date = DateField.Of(new DateOnly(2025, 1, 15)) },
    };

    private static string FindRepository()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "EDefter.sln")))
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The measurement runs inside the repository.");
        return root;
    }
}
