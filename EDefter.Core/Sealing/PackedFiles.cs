using System.IO.Compression;
using EDefter.Core.Formats;
using EDefter.Core.Reading;

namespace EDefter.Core.Sealing;

/// <summary>Holds the files of an uploaded ZIP against the manifest; files in a ZIP of the ZIP too, one inner ZIP in memory at a time.</summary>
internal sealed class PackedFiles
{
    // A text that was saved by a table program may be longer than what was sealed, but not by much.
    private const int TextGrowthMax = 8;
    private const long TextFreeBytes = 16 * 1024 * 1024;

    private readonly VerificationRun run;

    private PackedFiles(VerificationRun run) => this.run = run;

    public static Verification Compare(VerificationRun run, ZipArchive zip)
    {
        var files = new PackedFiles(run);
        if (files.SinglePackage(zip) is { } package)
            files.Compare(run.Manifest.Files.Where(file => SealedName.Split(file.Name)?.Package == package), zip, package + "/", place: string.Empty);
        else
            files.CompareAll(zip);
        if (run.Tally.Listed.Count == 0)
            return new Verification { Verdict = Verdict.Intact };
        return run.Tally.Listed.Count(difference => difference.Kind == DifferenceKind.Missing) == run.Manifest.Files.Count ? new Verification { Verdict = Verdict.Unknown } : run.Altered();
    }

    public static long TextBytesMax(ManifestFile file) => Math.Max(TextFreeBytes, file.Bytes * TextGrowthMax);

    // Somebody may hand over one inner ZIP alone: then it is that which is judged.
    private string? SinglePackage(ZipArchive zip) => run.Manifest.Files
        .Select(file => SealedName.Split(file.Name))
        .FirstOrDefault(place => place is { } inner && zip.GetEntry(inner.File) is not null)?.Package;

    private void CompareAll(ZipArchive zip)
    {
        var packages = run.Manifest.Files.ToLookup(file => SealedName.Split(file.Name)?.Package, StringComparer.Ordinal);
        var names = packages.Where(package => package.Key is not null).Select(package => package.Key!).ToHashSet(StringComparer.Ordinal);
        Compare(packages[null], zip, folder: string.Empty, place: string.Empty, names);
        foreach (var package in names)
        {
            var found = zip.Entries.Where(entry => string.Equals(entry.FullName, package, StringComparison.Ordinal)).ToList();
            if (found.Count > 0)
                ComparePackage(package, packages[package], found[0]);
            else
                TellMissing(packages[package]);
            // Which of two a program unpacks is its own affair.
            foreach (var twin in found.Skip(1))
                run.Tally.Add(FileDifference.Extra(twin.FullName));
        }
    }

    private void ComparePackage(string package, IEnumerable<ManifestFile> files, ZipArchiveEntry entry)
    {
        try
        {
            using var stream = entry.Open();
            using var held = LimitedReader.Hold(stream, run.Limits.NestedBytesMax);
            if (ZipDirectory.SizeOf(held) is { } directory && directory <= run.Limits.DirectoryBytesMax)
            {
                held.Position = 0;
                using var inner = new ZipArchive(held, ZipArchiveMode.Read, leaveOpen: true);
                Compare(files, inner, package + "/", package + "/");
                return;
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or UploadLimitException)
        {
            // Told below: what cannot be opened has lost every file in it.
        }

        foreach (var file in files)
            run.Tally.Add(FileDifference.Unreadable(file));
    }

    private void TellMissing(IEnumerable<ManifestFile> files)
    {
        foreach (var file in files)
            run.Tally.Add(FileDifference.Missing(file));
    }

    /// <param name="files">Those that should be in the ZIP.</param>
    /// <param name="zip">The ZIP, or one inside it.</param>
    /// <param name="folder">What stands before its names in the manifest.</param>
    /// <param name="place">What stands before them in the upload.</param>
    /// <param name="packages">Inner ZIPs, which are looked into by themselves.</param>
    private void Compare(IEnumerable<ManifestFile> files, ZipArchive zip, string folder, string place, HashSet<string>? packages = null)
    {
        var entries = zip.Entries.Where(entry => packages?.Contains(entry.FullName) != true && !IsFolder(entry)).GroupBy(entry => entry.FullName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var missing = new List<ManifestFile>();
        foreach (var file in files)
        {
            if (!entries.Remove(file.Name[folder.Length..], out var found))
            {
                missing.Add(file);
                continue;
            }

            Compare(file, found[0], place + found[0].FullName);
            foreach (var twin in found.Skip(1))
                run.Tally.Add(FileDifference.Extra(folder + twin.FullName));
        }

        var extra = entries.Values.SelectMany(found => found).ToList();
        foreach (var file in missing)
            run.Tally.Add(Renamed(file, extra) ?? FileDifference.Missing(file));
        foreach (var entry in extra)
            run.Tally.Add(FileDifference.Extra(folder + entry.FullName));
    }

    // Most programs that pack write the folders themselves too: names without content.
    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') && entry.Length == 0;

    private void Compare(ManifestFile file, ZipArchiveEntry entry, string place)
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
                    run.Tally.Add(FileDifference.Changed(file, sha256));
                    run.Describe(file, () => new BoundedStream(entry.Open(), TextBytesMax(file)));
                    return;
                }
            }

            CompareWorkbook(file, entry, place);
        }
        catch (Exception exception) when (exception is InvalidDataException or UploadLimitException)
        {
            run.Tally.Add(FileDifference.Unreadable(file));
        }
    }

    // Packed anew, a workbook has other bytes and the same parts.
    private void CompareWorkbook(ManifestFile file, ZipArchiveEntry entry, string place)
    {
        var workbook = run.Upload.Workbook(place, () =>
        {
            using var held = Hold(entry);
            if (ZipDirectory.SizeOf(held) is not { } directory || directory > run.Limits.DirectoryBytesMax)
                throw new InvalidDataException("A workbook of the ZIP is none, or has too many parts.");
            held.Position = 0;
            using var inner = new ZipArchive(held, ZipArchiveMode.Read, leaveOpen: true);
            return WorkbookContent.Of(inner, run.Limits);
        });
        if (workbook.Content == file.Content)
            return;
        run.SavedBy ??= workbook.SavedBy;
        run.Tally.Add(FileDifference.Changed(file, workbook.Content));
        run.Describe(file, () => Hold(entry));
    }

    private MemoryStream Hold(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return LimitedReader.Hold(stream, run.Limits.NestedBytesMax);
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
            return FileDifference.Renamed(file, entry.FullName);
        }

        return null;
    }
}
