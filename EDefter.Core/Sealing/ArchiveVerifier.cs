using System.Globalization;
using System.IO.Compression;
using EDefter.Core.Formats;
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

    // A text that was saved by a table program may be longer than what was sealed, but not by much.
    private const int TextGrowthMax = 8;
    private const long TextFreeBytes = 16 * 1024 * 1024;

    /// <param name="manifest">The archive's manifest.</param>
    /// <param name="upload">Seekable; left open.</param>
    /// <param name="fileName">The upload's name, where the caller knows it: tells which file a changed single file was.</param>
    /// <param name="limits">Null takes the defaults.</param>
    /// <param name="archive">The stored archive; null says only which file was altered. Without it, and without a name that is known, a single file that is not what was sealed is unknown.</param>
    public static Verification Verify(ArchiveManifest manifest, Stream upload, string? fileName = null, VerifyLimits? limits = null, SealedArchive? archive = null)
    {
        limits ??= new VerifyLimits();
        if (upload.Length > limits.UploadBytesMax)
            return TooLarge(fileName);
        upload.Position = 0;
        var (sha256, _) = LimitedReader.Hash(upload, upload.Length);
        if (sha256 == manifest.Zip.Sha256)
            return new Verification { Verdict = Verdict.Intact };
        if (manifest.Files.FirstOrDefault(file => file.Sha256 == sha256) is { } same)
            return Named(same, fileName);
        var run = new VerificationRun(manifest, limits, archive);
        try
        {
            return Open(run, upload, fileName, sha256!);
        }
        catch (UploadLimitException)
        {
            return TooLarge(fileName);
        }
        catch (InvalidDataException)
        {
            return NamedZip(manifest, fileName) ?? SingleFile(run, isWorkbook: true, upload, fileName, sha256!, BrokenZip);
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
        return zip.GetEntry(WorkbookMark) is null ? Archive(run, zip) : Workbook(run, zip, upload, fileName);
    }

    private static Verification Workbook(VerificationRun run, ZipArchive zip, Stream upload, string? fileName)
    {
        var workbook = WorkbookContent.Of(zip, run.Limits);
        return run.Manifest.Files.FirstOrDefault(file => file.Content == workbook.Content) is { } same
            ? Named(same, fileName)
            : SingleFile(run, isWorkbook: true, upload, fileName, workbook.Content, LikelyOf(workbook));
    }

    private static Verification Archive(VerificationRun run, ZipArchive zip)
    {
        var entries = zip.Entries.GroupBy(entry => entry.FullName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var missing = new List<ManifestFile>();
        foreach (var file in run.Manifest.Files)
        {
            if (!entries.Remove(file.Name, out var found))
            {
                missing.Add(file);
                continue;
            }

            Compare(run, file, found[0]);
            foreach (var twin in found.Skip(1))
                run.Tally.Add(Extra(twin.FullName));
        }

        var extra = entries.Values.SelectMany(found => found).ToList();
        foreach (var file in missing)
            run.Tally.Add(Renamed(file, extra) ?? Missing(file));
        foreach (var entry in extra)
            run.Tally.Add(Extra(entry.FullName));
        if (run.Tally.Listed.Count == 0)
            return new Verification { Verdict = Verdict.Intact };
        return run.Tally.Listed.Count(difference => difference.Kind == DifferenceKind.Missing) == run.Manifest.Files.Count ? new Verification { Verdict = Verdict.Unknown } : run.Altered();
    }

    private static void Compare(VerificationRun run, ManifestFile file, ZipArchiveEntry entry)
    {
        try
        {
            using (var stream = entry.Open())
            {
                // One byte more than was sealed already proves the change; a bomb is not unpacked further.
                var (sha256, _) = LimitedReader.Hash(stream, file.Bytes);
                if (sha256 == file.Sha256)
                    return;
                if (file.Kind != FileKind.Workbook)
                {
                    run.Tally.Add(Changed(file, sha256));
                    run.Describe(file, () => new BoundedStream(entry.Open(), TextBytesMax(file)));
                    return;
                }
            }

            CompareWorkbook(run, file, entry);
        }
        catch (Exception exception) when (exception is InvalidDataException or UploadLimitException)
        {
            run.Tally.Add(Unreadable(file));
        }
    }

    // Packed anew, a workbook has other bytes and the same parts.
    private static void CompareWorkbook(VerificationRun run, ManifestFile file, ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var held = LimitedReader.Hold(stream, run.Limits.NestedBytesMax);
        if (ZipDirectory.SizeOf(held) is not { } directory || directory > run.Limits.DirectoryBytesMax)
        {
            run.Tally.Add(Unreadable(file));
            return;
        }

        held.Position = 0;
        using var inner = new ZipArchive(held, ZipArchiveMode.Read, leaveOpen: true);
        var workbook = WorkbookContent.Of(inner, run.Limits);
        if (workbook.Content == file.Content)
            return;
        run.SavedBy ??= workbook.SavedBy;
        run.Tally.Add(Changed(file, workbook.Content));
        run.Describe(file, () => new ReplayStream(held));
    }

    // An extra file is opened only when it is exactly as long as the missing one.
    private static ArchiveDifference? Renamed(ManifestFile file, List<ZipArchiveEntry> extra)
    {
        foreach (var entry in extra)
        {
            if (entry.Length != file.Bytes)
                continue;
            using var stream = entry.Open();
            if (LimitedReader.Hash(stream, file.Bytes).Sha256 != file.Sha256)
                continue;
            extra.Remove(entry);
            return Renamed(file, entry.FullName);
        }

        return null;
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
            run.Tally.Add(Changed(named, found));
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
                trial.Tally.Add(Renamed(file, fileName, isSame: false));
            trial.Tally.Add(Changed(file, found));
            var rows = trial.Describe(file, () => Replay(file, isWorkbook, upload));
            if (rows <= most)
                continue;
            most = rows;
            best = trial.Altered(likely);
        }

        return best ?? new Verification { Verdict = Verdict.Unknown };
    }

    private static Stream Replay(ManifestFile file, bool isWorkbook, Stream upload) => isWorkbook ? new ReplayStream(upload) : new BoundedStream(new ReplayStream(upload), TextBytesMax(file));

    private static long TextBytesMax(ManifestFile file) => Math.Max(TextFreeBytes, file.Bytes * TextGrowthMax);

    // The content decides; another name is told, because integrators go by names. Browsers add " (1)" to a second download.
    private static Verification Named(ManifestFile file, string? fileName) => fileName is null || IsNameOf(file.Name, fileName)
        ? new Verification { Verdict = Verdict.Intact }
        : new Verification { Verdict = Verdict.Altered, Differences = [Renamed(file, fileName)] };

    private static bool IsNameOf(string expected, string found)
    {
        if (expected == found)
            return true;
        var stem = Path.GetFileNameWithoutExtension(expected);
        if (Path.GetExtension(expected) != Path.GetExtension(found) || !found.StartsWith(stem + " (", StringComparison.Ordinal))
            return false;
        var copy = Path.GetFileNameWithoutExtension(found)[(stem.Length + 2)..];
        return copy.EndsWith(')') && int.TryParse(copy.AsSpan(0, copy.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    private static string? LikelyOf(WorkbookContent workbook) => DifferenceText.Likely(workbook.SavedBy, isText: false, new DifferenceTally());

    private static ArchiveDifference Changed(ManifestFile file, string? found) => new()
    {
        File = file.Name,
        Kind = DifferenceKind.Changed,
        Expected = file.Content,
        Found = found,
        Message = $"{file.Name} dosyasının içeriği mühürlenenden farklı. Dosyayı açmadan yeniden indirin.",
    };

    private static ArchiveDifference Renamed(ManifestFile file, string found, bool isSame = true) => new()
    {
        File = file.Name,
        Kind = DifferenceKind.Renamed,
        Expected = file.Name,
        Found = found,
        Message = $"Dosyanın adı değişmiş: {file.Name} olmalı, {found} bulundu. İçeriği {(isSame ? "aynı" : "da farklı")}.",
    };

    private static ArchiveDifference Missing(ManifestFile file) => new() { File = file.Name, Kind = DifferenceKind.Missing, Expected = file.Name, Message = $"{file.Name} dosyası ZIP’in içinde yok." };

    private static ArchiveDifference Extra(string name) => new() { File = name, Kind = DifferenceKind.Extra, Found = name, Message = $"ZIP’in içinde mühürlenmemiş bir dosya var: {name}." };

    private static ArchiveDifference Unreadable(ManifestFile file) => new() { File = file.Name, Kind = DifferenceKind.Unreadable, Expected = file.Content, Message = $"{file.Name} dosyası bozuk ya da açılamayacak kadar büyük." };

    private static Verification TooLarge(string? fileName) => new()
    {
        Verdict = Verdict.Unknown,
        LimitExceeded = true,
        Differences = [new ArchiveDifference { File = fileName ?? string.Empty, Kind = DifferenceKind.Unreadable, Message = "Dosya, bakılabilecek sınırdan büyük ya da açıldığında bu sınırı aşıyor." }],
    };
}
