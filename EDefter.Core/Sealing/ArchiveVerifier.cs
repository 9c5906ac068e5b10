using System.Globalization;
using System.IO.Compression;

namespace EDefter.Core.Sealing;

/// <summary>
/// Says whether an uploaded ZIP, or a single file of it, is still what was sealed, and which file is not. What was only packed anew is
/// intact: identity is the content, not the compression.
/// </summary>
public static class ArchiveVerifier
{
    private const string WorkbookMark = "[Content_Types].xml";

    /// <param name="manifest">The archive's manifest.</param>
    /// <param name="upload">Seekable; left open.</param>
    /// <param name="fileName">The upload's name, where the caller knows it: tells which file a changed single file was.</param>
    /// <param name="limits">Null takes the defaults.</param>
    public static Verification Verify(ArchiveManifest manifest, Stream upload, string? fileName = null, VerifyLimits? limits = null)
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
        try
        {
            return Open(manifest, upload, fileName, sha256!, limits);
        }
        catch (UploadLimitException)
        {
            return TooLarge(fileName);
        }
        catch (InvalidDataException)
        {
            return SingleFile(manifest, Formats.FileKind.Delimited, fileName, sha256!, likely: "Dosya bozuk: yarım inmiş ya da ZIP olmaktan çıkmış");
        }
    }

    private static Verification Open(ArchiveManifest manifest, Stream upload, string? fileName, string sha256, VerifyLimits limits)
    {
        var directory = ZipDirectory.SizeOf(upload);
        if (directory is null)
            return SingleFile(manifest, Formats.FileKind.Delimited, fileName, sha256, likely: null);
        if (directory > limits.DirectoryBytesMax)
            throw new UploadLimitException("The ZIP has too many files.");
        upload.Position = 0;
        using var zip = new ZipArchive(upload, ZipArchiveMode.Read, leaveOpen: true);
        return zip.GetEntry(WorkbookMark) is null ? Archive(manifest, zip, limits) : Workbook(manifest, zip, fileName, limits);
    }

    private static Verification Workbook(ArchiveManifest manifest, ZipArchive zip, string? fileName, VerifyLimits limits)
    {
        var workbook = WorkbookContent.Of(zip, limits);
        return manifest.Files.FirstOrDefault(file => file.Content == workbook.Content) is { } same
            ? Named(same, fileName)
            : SingleFile(manifest, Formats.FileKind.Workbook, fileName, workbook.Content, LikelyOf(workbook));
    }

    private static Verification Archive(ArchiveManifest manifest, ZipArchive zip, VerifyLimits limits)
    {
        var differences = new List<ArchiveDifference>();
        var entries = zip.Entries.GroupBy(entry => entry.FullName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var missing = new List<ManifestFile>();
        string? likely = null;
        foreach (var file in manifest.Files)
        {
            if (!entries.Remove(file.Name, out var found))
            {
                missing.Add(file);
                continue;
            }

            if (Compare(file, found[0], limits, ref likely) is { } difference)
                differences.Add(difference);
            differences.AddRange(found.Skip(1).Select(twin => Extra(twin.FullName)));
        }

        var extra = entries.Values.SelectMany(found => found).ToList();
        foreach (var file in missing)
            differences.Add(Renamed(file, extra) ?? Missing(file));
        differences.AddRange(extra.Select(entry => Extra(entry.FullName)));
        if (differences.Count == 0)
            return new Verification { Verdict = Verdict.Intact };
        var isOurs = missing.Count < manifest.Files.Count || differences.Exists(difference => difference.Kind == DifferenceKind.Renamed);
        return isOurs ? new Verification { Verdict = Verdict.Altered, Differences = differences, Likely = likely } : new Verification { Verdict = Verdict.Unknown };
    }

    private static ArchiveDifference? Compare(ManifestFile file, ZipArchiveEntry entry, VerifyLimits limits, ref string? likely)
    {
        try
        {
            using (var stream = entry.Open())
            {
                // One byte more than was sealed already proves the change; a bomb is not unpacked further.
                var (sha256, _) = LimitedReader.Hash(stream, file.Bytes);
                if (sha256 == file.Sha256)
                    return null;
                if (file.Kind != Formats.FileKind.Workbook)
                    return Changed(file, sha256);
            }

            return CompareWorkbook(file, entry, limits, ref likely);
        }
        catch (Exception exception) when (exception is InvalidDataException or UploadLimitException)
        {
            return Unreadable(file);
        }
    }

    // Packed anew, a workbook has other bytes and the same parts.
    private static ArchiveDifference? CompareWorkbook(ManifestFile file, ZipArchiveEntry entry, VerifyLimits limits, ref string? likely)
    {
        using var stream = entry.Open();
        using var held = LimitedReader.Hold(stream, limits.NestedBytesMax);
        if (ZipDirectory.SizeOf(held) is not { } directory || directory > limits.DirectoryBytesMax)
            return Unreadable(file);
        held.Position = 0;
        using var inner = new ZipArchive(held, ZipArchiveMode.Read);
        var workbook = WorkbookContent.Of(inner, limits);
        if (workbook.Content == file.Content)
            return null;
        likely ??= LikelyOf(workbook);
        return Changed(file, workbook.Content);
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
            return new ArchiveDifference { File = file.Name, Kind = DifferenceKind.Renamed, Expected = file.Name, Found = entry.FullName, Message = $"Dosyanın adı değişmiş: {file.Name} olmalı, {entry.FullName} bulundu. İçeriği aynı." };
        }

        return null;
    }

    private static Verification SingleFile(ArchiveManifest manifest, Formats.FileKind kind, string? fileName, string found, string? likely)
    {
        var candidates = manifest.Files.Where(file => (file.Kind == Formats.FileKind.Workbook) == (kind == Formats.FileKind.Workbook) && (fileName is null || IsNameOf(file.Name, fileName))).ToList();
        if (candidates.Count == 1)
            return new Verification { Verdict = Verdict.Altered, Differences = [Changed(candidates[0], found)], Likely = likely };
        if (fileName is not null && IsNameOf(manifest.Zip.Name, fileName))
            return new Verification { Verdict = Verdict.Altered, Differences = [new ArchiveDifference { File = manifest.Zip.Name, Kind = DifferenceKind.Unreadable, Message = $"{manifest.Zip.Name} açılamıyor: mühürlenen ZIP değil." }], Likely = likely };
        return new Verification { Verdict = Verdict.Unknown };
    }

    // The content decides; another name is told, because integrators go by names. Browsers add " (1)" to a second download.
    private static Verification Named(ManifestFile file, string? fileName) => fileName is null || IsNameOf(file.Name, fileName)
        ? new Verification { Verdict = Verdict.Intact }
        : new Verification
        {
            Verdict = Verdict.Altered,
            Differences = [new ArchiveDifference { File = file.Name, Kind = DifferenceKind.Renamed, Expected = file.Name, Found = fileName, Message = $"Dosyanın adı değişmiş: {file.Name} olmalı, {fileName} bulundu. İçeriği aynı." }],
        };

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

    private static string? LikelyOf(WorkbookContent workbook) => workbook.SavedBy switch
    {
        null => null,
        "Excel" => "Excel’de açılıp kaydedilmiş",
        "LibreOffice" => "LibreOffice’te açılıp kaydedilmiş",
        _ => "Başka bir programda açılıp kaydedilmiş",
    };

    private static ArchiveDifference Changed(ManifestFile file, string? found) => new()
    {
        File = file.Name,
        Kind = DifferenceKind.Changed,
        Expected = file.Content,
        Found = found,
        Message = $"{file.Name} dosyasının içeriği mühürlenenden farklı. Dosyayı açmadan yeniden indirin.",
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
