using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Rules;
using EDefter.Core.Sealing;

namespace EDefter.Benchmarks;

/// <summary>
/// A month of five-line vouchers as the authority's documents: <c>gib [lines] [write|rehearse]</c>. Writing is the sealed draft: yevmiye, büyük defter,
/// their berats and the report, with SHA-256 of every document, fastest deflate and the manifest. Rehearsing is the same documents judged.
/// </summary>
internal static class GibMeasurement
{
    private static readonly FiscalYear Year = new() { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) };
    private static readonly Company Firm = new() { Id = "olcum", TaxId = "0010213576", Title = "ÖRNEK A.Ş.", SourceApplication = "0010213576##ÖRNEK##EDefter##1.0", FiscalYears = [Year] };

    public static void Run(string[] arguments)
    {
        var lines = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var made = new Meter();
        var total = Entries(lines).Sum(entry => entry.Total);
        made.Tell("entries alone");
        if (arguments.Length > 1 && string.Equals(arguments[1], "rehearse", StringComparison.Ordinal))
            Rehearse(lines, made.Cpu);
        else
            Write(lines, total, made.Cpu);
    }

    private static void Write(int lines, decimal total, double makingEntries)
    {
        var meter = new Meter();
        using var target = new CountingStream();
        using var archive = ArchiveWriter.Begin(RequestOf(lines, total), GibDraftProfile.Profile, target);
        foreach (var entry in Entries(lines))
            archive.Write(entry);
        var manifest = archive.Complete().Manifest!;
        meter.Tell(string.Create(CultureInfo.InvariantCulture, $"gib-draft {lines} lines, {manifest.Draft!.Parts} part(s), {manifest.Files.Sum(file => file.Bytes) / 1e6:0.0} MB -> ZIP {target.Length / 1e6:0.0} MB, entries included ({meter.Cpu - makingEntries:0.00} CPU s without them)"));
    }

    private static void Rehearse(int lines, double makingEntries)
    {
        var meter = new Meter();
        var heading = GibHeading.Of(Firm, new BookId(Firm.Id, "0000"), Year, new Period(2025, 1), new DateOnly(2025, 4, 10), "EDefter");
        using var rehearsal = new GibRehearsal(heading, new GibBookOptions { FirstSeries = 1, Chain = string.Empty }, SchemaJudge.None, Room);
        foreach (var entry in Entries(lines))
            rehearsal.Write(entry);
        var result = rehearsal.Complete();
        meter.Tell(string.Create(CultureInfo.InvariantCulture, $"rehearsal {lines} lines, {result.Check.Documents.Count} documents, {result.Check.Documents.Sum(document => document.FindingCount)} findings, entries included ({meter.Cpu - makingEntries:0.00} CPU s without them)"));
    }

    private static FileStream Room() => new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose);

    // Every entry has texts of its own, as vouchers that are read from storage have: shared ones would flatter the memory. The days of a month
    // follow one another, however many entries they have.
    private static IEnumerable<JournalEntry> Entries(int lines)
    {
        var entries = lines / 5;
        for (var i = 0; i < entries; i++)
            yield return JournalEntry.Create(VoucherFacts.Of(MeasuredVouchers.Template(i, new DateOnly(2025, 1, 1 + (int)(31L * i / entries)))), chart: null, i + 1, (5L * i) + 1);
    }

    private static ArchiveRequest RequestOf(int lines, decimal total) => new()
    {
        Book = new BookId(Firm.Id, "0000"),
        TaxId = Firm.TaxId,
        Period = new Period(2025, 1),
        FiscalYear = Year,
        Revision = 1,
        Numbers = MeasuredNumbers.Of(lines, total),
        Company = Firm,
        Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { [GibDraftProfile.CreationDate] = "2025-04-10" },
    };
}
