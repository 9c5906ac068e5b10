using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Core.Workflow.Jobs;

namespace EDefter.Core.Workflow.Backups;

/// <summary>Reads a backup's ZIP and holds it against its own manifest.</summary>
internal sealed class BackupReader : IDisposable
{
    private const long ManifestBytesMax = 256L * 1024 * 1024;

    // Some hundred thousand entries: far more than a company ever has.
    private const long DirectoryBytesMax = 64L * 1024 * 1024;

    private readonly ZipArchive zip;

    private BackupReader(Stream seekable, BackupManifest manifest)
    {
        zip = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
        Manifest = manifest;
    }

    public BackupManifest Manifest { get; }

    /// <exception cref="InvalidDataException">It is no backup, or one of a later version.</exception>
    public static async Task<BackupReader> OpenAsync(Stream seekable, CancellationToken cancellationToken) => new(seekable, await ReadManifestAsync(seekable, cancellationToken));

    private static async Task<BackupManifest> ReadManifestAsync(Stream seekable, CancellationToken cancellationToken)
    {
        // Opening it reads its whole table of contents into memory, however long.
        if (ZipDirectory.SizeOf(seekable, takesWide: true) is not <= DirectoryBytesMax)
            throw new InvalidDataException("The file is no ZIP, or names more than any backup.");
        try
        {
            seekable.Position = 0;
            await using var archive = new ZipArchive(seekable, ZipArchiveMode.Read, leaveOpen: true);
            var entry = archive.GetEntry(BackupManifest.EntryName) ?? throw new InvalidDataException("The ZIP has no manifest.");
            await using var text = new BoundedStream(await entry.OpenAsync(cancellationToken), ManifestBytesMax);
            var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(text, WireJson.Options, cancellationToken);
            return manifest is { Format: BackupManifest.FormatOne, Entries: not null } && manifest.Entries.All(IsEntry) ? manifest : throw new InvalidDataException("The manifest is of another format.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("The manifest cannot be read.", exception);
        }
    }

    // JSON keeps to no type: what was forged may lack anything.
    private static bool IsEntry(BackupEntry? entry) => entry is { Name: not null, Sha256: not null, Bytes: >= 0 };

    /// <summary>The entry's bytes, never more than the manifest says.</summary>
    /// <exception cref="InvalidDataException">The ZIP lacks it.</exception>
    public Stream Open(BackupEntry entry) =>
        new BoundedStream((zip.GetEntry(entry.Name) ?? throw new InvalidDataException($"The ZIP lacks {entry.Name}.")).Open(), entry.Bytes);

    /// <summary>Looks at the names of all entries.</summary>
    /// <exception cref="InvalidDataException">One stands twice in the manifest, or the ZIP holds more than it says.</exception>
    public void VerifyNames()
    {
        if (zip.Entries.Count != Manifest.Entries.Count + 1 || Manifest.Entries.DistinctBy(entry => entry.Name, StringComparer.Ordinal).Count() < Manifest.Entries.Count)
            throw new InvalidDataException("The ZIP holds other entries than its manifest.");
    }

    /// <summary>Reads an entry through.</summary>
    /// <param name="entry">Of the manifest.</param>
    /// <param name="tell">Is called again and again on the way: an entry may take minutes.</param>
    /// <param name="cancellationToken">The host is stopping.</param>
    /// <exception cref="InvalidDataException">It is not what the manifest says.</exception>
    public async Task VerifyAsync(BackupEntry entry, Func<Task> tell, CancellationToken cancellationToken)
    {
        await using var packed = Open(entry);
        await using var bytes = new ToldStream(packed, tell);
        if (!string.Equals(Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken)), entry.Sha256, StringComparison.Ordinal))
            throw new InvalidDataException($"The entry {entry.Name} is not what the manifest says.");
    }

    public void Dispose() => zip.Dispose();
}
