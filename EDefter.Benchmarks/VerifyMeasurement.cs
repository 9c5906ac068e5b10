using System.Globalization;
using System.IO.Compression;
using EDefter.Core.Formats;
using EDefter.Core.Sealing;

namespace EDefter.Benchmarks;

/// <summary>
/// A file of a sealed month in which one entry of a thousand was changed, held against what was sealed, cell by cell: <c>verify [lines] [profile]</c>, 200 000 lines of
/// <c>edefter</c> unless given. Making the two is not measured.
/// </summary>
internal static class VerifyMeasurement
{
    private const int LinesDefault = 200_000;
    private const int Changed = 17;
    private const int Runs = 3;

    public static void Run(string[] arguments)
    {
        var lines = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture) : LinesDefault;
        var profile = ProfileBook.Standard.Find(arguments.Length > 1 ? arguments[1] : ProfileBook.Default) ?? throw new ArgumentException("Unknown profile.", nameof(arguments));
        using var stored = new MemoryStream();
        var manifest = ArchiveMeasurement.Seal(MeasuredVouchers.Templates(), lines, profile, stored);
        using var other = new MemoryStream();
        ArchiveMeasurement.Seal(MeasuredVouchers.Templates(static (voucher, number) => number == Changed ? voucher with { Comment = "Değişen açıklama" } : voucher), lines, profile, other);
        var file = manifest.Files[0];
        using var found = FileOf(other, file.Name);
        for (var run = 0; run < Runs; run++)
        {
            var meter = new Meter();
            using var archive = new SealedArchive(stored);
            var verification = ArchiveVerifier.Verify(manifest, found, file.Name, limits: null, archive);
            meter.Tell(string.Create(CultureInfo.InvariantCulture, $"verify {profile.Id}: {file.Name} of {file.Bytes / 1e6:0.0} MB, {verification.Verdict}, {verification.Counts.Sum(count => count.Count)} differences"));
        }
    }

    private static MemoryStream FileOf(Stream zipped, string name)
    {
        var file = new MemoryStream();
        using var zip = new ZipArchive(zipped, ZipArchiveMode.Read, leaveOpen: true);
        using var stream = zip.GetEntry(name)!.Open();
        stream.CopyTo(file);
        return file;
    }
}
