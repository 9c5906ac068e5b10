using System.Globalization;
using System.IO.Compression;
using EDefter.Core.Reading;
using EDefter.Core.Sealing.Comparison;

namespace EDefter.Core.Sealing;

/// <summary>
/// Says whether an uploaded ZIP, or a single file of it, is still what was sealed; with the stored archive at hand it also says what was done to which
/// cell. What was only packed anew is intact: identity is the content, not the compression.
/// </summary>
public static class ArchiveVerifier
{
    private const string WorkbookMark = "[Content_Types].xml";
    private const string BrokenZip = "Dosya bozuk: yarım inmiş ya da ZIP olmaktan çıkmış.";

    /// <param name="manifest">The archive's manifest.</param>
    /// <param name="upload">Seekable; left open.</param>
    /// <param name="fileName">The upload's name, where the caller knows it: tells which file a changed single file was.</param>
    /// <param name="limits">Null takes the defaults.</param>
    /// <param name="archive">The stored archive; null says only which file was altered. Without it, and without a name that is known, a single file that is not what was sealed is unknown.</param>
    public static Verification Verify(ArchiveManifest manifest, Stream upload, string? fileName = null, VerifyLimits? limits = null, SealedArchive? archive = null) =>
        Verify(manifest, new VerifiedUpload(upload), fileName, limits, archive);

    /// <summary>The same for an upload that is held against several archives, always within the same limits.</summary>
    public static Verification Verify(ArchiveManifest manifest, VerifiedUpload verified, string? fileName = null, VerifyLimits? limits = null, SealedArchive? archive = null)
    {
        limits ??= new VerifyLimits();
        var upload = verified.Stream;
        if (upload.Length > limits.UploadBytesMax)
            return TooLarge(fileName);
        var sha256 = verified.Sha256;
        if (sha256 == manifest.Zip.Sha256)
            return new Verification { Verdict = Verdict.Intact };
        if (manifest.Files.FirstOrDefault(file => file.Sha256 == sha256) is { } same)
            return Named(same, fileName);
        var run = new VerificationRun(manifest, verified, limits, archive);
        try
        {
            return Open(run, upload, fileName, sha256);
        }
        catch (UploadLimitException)
        {
            return TooLarge(fileName);
        }
        catch (InvalidDataException)
        {
            return NamedZip(manifest, fileName) ?? SingleFile(run, isWorkbook: true, upload, fileName, sha256, BrokenZip);
        }
    }

    private static Verification Open(VerificationRun run, Stream upload, string? fileName, string sha256)
    {
        var directory = ZipDirectory.SizeOf(upload);
        if (directory is null)
            return NamedZip(run.Manifest, fileName) ?? SingleFile(run, isWorkbook: false, upload, fileName, sha256, likely: null);
        if (directory > run.Limits.DirectoryBytesMax)
            throw new UploadLimitException("The ZIP has too many files.");
        upload.Position = 0;
        using var zip = new ZipArchive(upload, ZipArchiveMode.Read, leaveOpen: true);
        return zip.GetEntry(WorkbookMark) is null ? PackedFiles.Compare(run, zip) : Workbook(run, zip, upload, fileName);
    }

    private static Verification Workbook(VerificationRun run, ZipArchive zip, Stream upload, string? fileName)
    {
        var workbook = run.Upload.Workbook(string.Empty, () => WorkbookContent.Of(zip, run.Limits));
        return run.Manifest.Files.FirstOrDefault(file => file.Content == workbook.Content) is { } same
            ? Named(same, fileName)
            : SingleFile(run, isWorkbook: true, upload, fileName, workbook.Content, LikelyOf(workbook));
    }

    private static Verification? NamedZip(ArchiveManifest manifest, string? fileName) => fileName is null || !IsNameOf(manifest.Zip.Name, fileName) || manifest.Files.Any(file => file.Name == manifest.Zip.Name)
        ? null
        : new Verification
        {
            Verdict = Verdict.Altered,
            Differences = [new ArchiveDifference { File = manifest.Zip.Name, Kind = DifferenceKind.Unreadable, Message = $"{manifest.Zip.Name} açılamıyor: mühürlenen ZIP değil." }],
            Likely = BrokenZip,
        };

    // The name says which file it was; without one, only the rows can say it.
    private static Verification SingleFile(VerificationRun run, bool isWorkbook, Stream upload, string? fileName, string found, string? likely)
    {
        var named = fileName is null ? null : run.Manifest.Files.FirstOrDefault(file => IsNameOf(file.Name, fileName));
        if (named is not null)
        {
            run.Tally.Add(FileDifference.Changed(named, found));
            run.Describe(named, () => Replay(named, isWorkbook, upload));
            return run.Altered(likely);
        }

        return Recognised(run, isWorkbook, upload, fileName, found, likely);
    }

    private static Verification Recognised(VerificationRun run, bool isWorkbook, Stream upload, string? fileName, string found, string? likely)
    {
        Verification? best = null;
        var most = 0;
        foreach (var file in run.HasArchive ? run.Manifest.Files : [])
        {
            var trial = run.Fresh();
            if (fileName is not null)
                trial.Tally.Add(FileDifference.Renamed(file, fileName, isSame: false));
            trial.Tally.Add(FileDifference.Changed(file, found));
            var rows = trial.Describe(file, () => Replay(file, isWorkbook, upload));
            if (rows <= most)
                continue;
            most = rows;
            best = trial.Altered(likely);
        }

        return best ?? new Verification { Verdict = Verdict.Unknown };
    }

    private static Stream Replay(ManifestFile file, bool isWorkbook, Stream upload) => isWorkbook ? new ReplayStream(upload) : new BoundedStream(new ReplayStream(upload), PackedFiles.TextBytesMax(file));

    // The content decides; another name is told, because integrators go by names. Browsers add " (1)" to a second download.
    private static Verification Named(ManifestFile file, string? fileName) => fileName is null || IsNameOf(file.Name, fileName)
        ? new Verification { Verdict = Verdict.Intact }
        : new Verification { Verdict = Verdict.Altered, Differences = [FileDifference.Renamed(file, fileName)] };

    private static bool IsNameOf(string path, string found)
    {
        var expected = SealedName.Last(path);
        if (expected == found)
            return true;
        var stem = Path.GetFileNameWithoutExtension(expected);
        if (Path.GetExtension(expected) != Path.GetExtension(found) || !found.StartsWith(stem + " (", StringComparison.Ordinal))
            return false;
        var copy = Path.GetFileNameWithoutExtension(found)[(stem.Length + 2)..];
        return copy.EndsWith(')') && int.TryParse(copy.AsSpan(0, copy.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    private static string? LikelyOf(WorkbookContent workbook) => DifferenceText.Likely(workbook.SavedBy, isText: false, new DifferenceTally());

    private static Verification TooLarge(string? fileName) => new()
    {
        Verdict = Verdict.Unknown,
        LimitExceeded = true,
        Differences = [new ArchiveDifference { File = fileName ?? string.Empty, Kind = DifferenceKind.Unreadable, Message = "Dosya, bakılabilecek sınırdan büyük ya da açıldığında bu sınırı aşıyor." }],
    };
}
