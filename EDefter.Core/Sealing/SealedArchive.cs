using System.IO.Compression;

namespace EDefter.Core.Sealing;

/// <summary>
/// The stored ZIP of an archive, as the source of what a file should hold. A workbook inside it is held in memory while it is compared (it is a ZIP in a
/// ZIP, and must be read from its end); text is streamed.
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
        var entry = zip.GetEntry(file.Name) ?? throw new InvalidDataException($"The stored archive lacks {file.Name}.");
        if (file.Kind != Formats.FileKind.Workbook)
            return entry.Open();
        if (held?.Name != file.Name)
        {
            using var stream = entry.Open();
            using var bytes = LimitedReader.Hold(stream, limits.NestedBytesMax);
            held = (file.Name, bytes.ToArray());
        }

        return new MemoryStream(held.Value.Bytes, writable: false);
    }
}
