using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Sealing;
using EDefter.Core.Vouchers;

namespace EDefter.Benchmarks;

/// <summary>
/// A month of five-line vouchers from numbered entry to sealed ZIP, hashes and manifest included: <c>archive [lines] [profile]</c>. Making the
/// entries is measured by itself and told beside it.
/// </summary>
internal static class ArchiveMeasurement
{
    private static readonly VoucherFacts[] Templates = [.. Enumerable.Range(0, 1_000).Select(i => VoucherFacts.Of(Template(i)))];

    public static void Run(string[] arguments)
    {
        var lines = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var profile = ProfileBook.Standard.Find(arguments.Length > 1 ? arguments[1] : ProfileBook.Default) ?? throw new ArgumentException("Unknown profile.", nameof(arguments));
        var made = new Meter();
        _ = Entries(lines).Sum(entry => entry.Total);
        made.Tell("entries alone");
        var makingEntries = made.Cpu;

        var meter = new Meter();
        using var target = new CountingStream();
        var manifest = Seal(Entries(lines), lines, profile, target);
        meter.Tell(string.Create(CultureInfo.InvariantCulture, $"archive {profile.Id} {lines} lines, {manifest.Files.Count} file(s) of {manifest.Files.Sum(file => file.Bytes) / 1e6:0.0} MB -> ZIP {target.Length / 1e6:0.0} MB, entries included ({meter.Cpu - makingEntries:0.00} CPU s without them)"));
    }

    /// <summary>Seals a month.</summary>
    /// <param name="entries">Its entries.</param>
    /// <param name="lines">Their lines.</param>
    /// <param name="profile">The format.</param>
    /// <param name="target">Gets the ZIP.</param>
    public static ArchiveManifest Seal(IEnumerable<JournalEntry> entries, int lines, Profile profile, Stream target)
    {
        using var archive = ArchiveWriter.Begin(RequestOf(lines, Templates.Sum(template => template.Debit) * (lines / 5) / Templates.Length), profile, target);
        foreach (var entry in entries)
            archive.Write(entry);
        return archive.Complete().Manifest!;
    }

    /// <summary>The month's entries, five lines each.</summary>
    /// <param name="lines">Lines of the month.</param>
    /// <param name="changed">Every so many entries one with another comment; none unless given.</param>
    public static IEnumerable<JournalEntry> Entries(int lines, int changed = int.MaxValue)
    {
        for (var i = 0; i < lines / 5; i++)
        {
            var facts = Templates[i % Templates.Length];
            yield return JournalEntry.Create(i % changed == changed - 1 ? VoucherFacts.Of(facts.Voucher with { Comment = "Değişen açıklama" }) : facts, chart: null, i + 1, (5L * i) + 1);
        }
    }

    private static ArchiveRequest RequestOf(int lines, decimal total) => new()
    {
        Book = new BookId("olcum", "0000"),
        TaxId = "0010213576",
        Period = new Period(2025, 1),
        FiscalYear = new FiscalYear { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) },
        Revision = 1,
        Numbers = MeasuredNumbers.Of(lines, total),
    };

    private static Voucher Template(int number) => new()
    {
        Id = number.ToString("D8", CultureInfo.InvariantCulture),
        Number = number.ToString("D6", CultureInfo.InvariantCulture),
        Date = DateField.Of(new DateOnly(2025, 1, 1 + (number % 31))),
        Kind = "mahsup",
        EnteredBy = "H.A.",
        Comment = "Fatura kaydı " + number.ToString(CultureInfo.InvariantCulture),
        Lines = [Line(number, 0, 1000, debit: true), Line(number, 1, 200, debit: true), Line(number, 2, 50.25m, debit: true), Line(number, 3, 1200.25m, debit: false), Line(number, 4, 50, debit: false)],
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
}
