using System.IO.Compression;

namespace EDefter.Core.Sealing;

/// <summary>
/// The stored ZIP of an archive, as the source of what a file should hold. A workbook or a ZIP
/// inside it is held in memory while it is compared (it must be read from its end); text is streamed.
/// </summary>
public sealed class SealedArchive : IDisposable
{
    private readonly ZipArchive zip;
    private readonly VerifyLimits limits;
    private (string Name, byte[] Bytes)? held;

    /// <param name="stored">The ZIP; seekable; left open.</param>
    /// <param name="limits">Null takes the defaults.</param>
    /// <param name="columnNames">What the columns are called, where the files have no header row.</param>
    /// <exception cref="InvalidDataException">What is stored is no ZIP: storage has lost what was sealed.</exception>
    public SealedArchive(Stream stored, VerifyLimits? limits = null, IReadOnlyList<string>? columnNames = null)
    {
        zip = new ZipArchive(stored, ZipArchiveMode.Read, leaveOpen: true);
        this.limits = limits ?? new VerifyLimits();
        ColumnNames = columnNames;
    }

    internal IReadOnlyList<string>? ColumnNames { get; }

    public void Dispose() => zip.Dispose();

    internal Stream Open(ManifestFile file)
    {
        if (SealedName.Split(file.Name) is { } place)
            return OpenNested(place.Package, place.File);
        return file.Kind == Formats.FileKind.Workbook ? new MemoryStream(Hold(file.Name), writable: false) : EntryOf(file.Name).Open();
    }

    private NestedStream OpenNested(string package, string file)
    {
        ZipArchive? inner = null;
        try
        {
            inner = new ZipArchive(new MemoryStream(Hold(package), writable: false), ZipArchiveMode.Read);
            var entry = inner.GetEntry(file) ?? throw new InvalidDataException($"The stored archive lacks {file} in {package}.");
            var nested = new NestedStream(inner, entry.Open());
            inner = null;
            return nested;
        }
        finally
        {
            inner?.Dispose();
        }
    }

    private byte[] Hold(string name)
    {
        if (held?.Name != name)
        {
            using var stream = EntryOf(name).Open();
            using var bytes = LimitedReader.Hold(stream, limits.NestedBytesMax);
            held = (name, bytes.ToArray());
        }

        return held.Value.Bytes;
    }

    private ZipArchiveEntry EntryOf(string name) => zip.GetEntry(name) ?? throw new InvalidDataException($"The stored archive lacks {name}.");
}
