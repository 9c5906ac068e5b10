using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Journal;
using EDefter.Core.Rules;
using EDefter.Core.Sealing;

namespace EDefter.Benchmarks;

/// <summary>
/// A month of five-line vouchers from numbered entry to sealed ZIP, hashes and manifest included: <c>archive [lines] [profile]</c>. Making the
/// entries is measured by itself and told beside it.
/// </summary>
internal static class ArchiveMeasurement
{
    public static void Run(string[] arguments)
    {
        var lines = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var profile = ProfileBook.Standard.Find(arguments.Length > 1 ? arguments[1] : ProfileBook.Default) ?? throw new ArgumentException("Unknown profile.", nameof(arguments));
        var templates = MeasuredVouchers.Templates();
        var made = new Meter();
        _ = MeasuredVouchers.Entries(templates, lines).Sum(entry => entry.Total);
        made.Tell("entries alone");
        var makingEntries = made.Cpu;

        var meter = new Meter();
        using var target = new CountingStream();
        var manifest = Seal(templates, lines, profile, target);
        meter.Tell(string.Create(CultureInfo.InvariantCulture, $"archive {profile.Id} {lines} lines, {manifest.Files.Count} file(s) of {manifest.Files.Sum(file => file.Bytes) / 1e6:0.0} MB -> ZIP {target.Length / 1e6:0.0} MB, entries included ({meter.Cpu - makingEntries:0.00} CPU s without them)"));
    }

    /// <summary>Seals the invented month.</summary>
    /// <param name="templates">Its vouchers.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="profile">The format.</param>
    /// <param name="target">Gets the ZIP.</param>
    public static ArchiveManifest Seal(VoucherFacts[] templates, int lines, Profile profile, Stream target)
    {
        using var archive = ArchiveWriter.Begin(RequestOf(MeasuredNumbers.Of(lines, MeasuredVouchers.Entries(templates, lines).Sum(static entry => entry.Total))), profile, target);
        foreach (var entry in MeasuredVouchers.Entries(templates, lines))
            archive.Write(entry);
        return archive.Complete().Manifest!;
    }

    /// <summary>The order for an archive of a measured month.</summary>
    public static ArchiveRequest RequestOf(Numbering numbers) => new()
    {
        Book = new BookId("olcum", Branch.HeadOffice),
        TaxId = "0010213576",
        Period = new Period(2025, 1),
        FiscalYear = new FiscalYear { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) },
        Revision = 1,
        Numbers = numbers,
    };
}
