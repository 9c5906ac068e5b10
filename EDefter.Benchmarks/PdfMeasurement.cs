using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Print;
using EDefter.Core.Vouchers;

namespace EDefter.Benchmarks;

/// <summary>
/// A month of five-line vouchers from numbered entry to printed yevmiye defteri: <c>pdf [lines] [folder]</c>. Volumes are dropped as they come,
/// as the job saves them, or kept in the folder that is named.
/// </summary>
internal static class PdfMeasurement
{
    private static readonly string[] Names = ["MALZEME VE YEDEK PARÇA", "İNDİRİLECEK KDV %20", "YURT İÇİ SATIŞLAR ODA GELİRİ", "IŞIK TEKSTİL SANAYİ VE TİCARET A.Ş.", "KASA FARKI"];

    public static void Run(string[] arguments)
    {
        var lines = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 100_000;
        var templates = MeasuredVouchers.Templates(Dressed);
        var total = MeasuredVouchers.Entries(templates, lines).Sum(entry => entry.Total);
        var meter = new Meter();
        using var printer = new JournalPrinter(HeadingOf(lines, total));
        var (volumes, pages, bytes) = (0, 0, 0L);
        foreach (var entry in MeasuredVouchers.Entries(templates, lines))
        {
            printer.Write(entry);
            Take();
        }

        printer.Complete();
        Take();
        meter.Tell(string.Create(CultureInfo.InvariantCulture, $"pdf {lines} lines -> {pages} pages in {volumes} volume(s), {bytes / 1e6:0.0} MB"));

        void Take()
        {
            while (printer.TryTake(out var volume))
            {
                volumes++;
                pages += volume.Pages;
                bytes += volume.File.Length;
                if (arguments.Length > 1)
                    File.WriteAllBytes(Path.Combine(arguments[1], string.Create(CultureInfo.InvariantCulture, $"yevmiye-{volume.Number:D2}.pdf")), volume.File.Span);
            }
        }
    }

    private static PrintHeading HeadingOf(int lines, decimal total) => new()
    {
        Book = PrintedBook.Journal,
        Company = new Company
        {
            Id = "olcum",
            TaxId = "0010213576",
            Title = "ÖRNEK OTELCİLİK TURİZM İŞLETMECİLİĞİ VE TİCARET ANONİM ŞİRKETİ",
            Address = new Address { Street = "Işıklar Caddesi", BuildingNumber = "12", PostalCode = "07100", City = "Antalya", Country = "Türkiye" },
            NaceCode = "551003",
        },
        Branch = "0000",
        Period = new Period(2025, 1),
        Year = new FiscalYear { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) },
        Identity = new string('0', 32),
        Numbers = MeasuredNumbers.Of(lines, total),
    };

    // Texts of the lengths that people write, and days in their order: both decide how many pages there are.
    private static Voucher Dressed(Voucher voucher, int number) => voucher with
    {
        Date = DateField.Of(new DateOnly(2025, 1, 1 + (number * 31 / 1_000))),
        Comment = "Satıcı faturası kaydı, depo girişi " + number.ToString(CultureInfo.InvariantCulture),
        Lines = [.. voucher.Lines.Select((line, place) => line with { AccountName = Names[place], Description = "Fatura satırı açıklaması " + number.ToString(CultureInfo.InvariantCulture) })],
    };
}
