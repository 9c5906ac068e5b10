using System.IO.Compression;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Reading;

namespace EDefter.Core.Rehearsal;

/// <summary>The authority's files in what somebody hands over: one document, the ZIP of a part, or the ZIP of a folder with such ZIPs inside.</summary>
/// <param name="limits">How much of it is looked at.</param>
public sealed class GibUploadFiles(GibUploadLimits limits)
{
    private readonly List<string> ignored = [];
    private long bytesLeft = limits.BytesMax;

    /// <summary>Paths of what carries no official name, so far.</summary>
    public IReadOnlyList<string> Ignored => ignored;

    /// <param name="upload">Seekable; left open.</param>
    /// <param name="name">Its file name; a single document is nothing without it.</param>
    /// <returns>Documents by their paths. The content of each is open until the next is asked for.</returns>
    /// <exception cref="BodyTooLargeException">A document, or all of them, are larger than the authority's may be.</exception>
    /// <exception cref="InvalidDataException">The ZIP is broken.</exception>
    public IEnumerable<(string Path, GibFileName Name, Stream Content)> Read(Stream upload, string? name)
    {
        if (ZipDirectory.SizeOf(upload) is { } directory)
            return ReadZip(upload, directory, folder: string.Empty, isNested: false);
        upload.Position = 0;
        return name is not null && GibFileName.Parse(Path.GetFileName(name)) is { } official ? ReadSingle(name, official, upload) : Ignore(name ?? string.Empty);
    }

    private IEnumerable<(string Path, GibFileName Name, Stream Content)> ReadSingle(string path, GibFileName name, Stream upload)
    {
        using var bounded = Bound(upload);
        yield return (path, name, bounded);
    }

    private IEnumerable<(string Path, GibFileName Name, Stream Content)> Ignore(string path)
    {
        ignored.Add(path);
        return [];
    }

    private IEnumerable<(string Path, GibFileName Name, Stream Content)> ReadZip(Stream zip, long directory, string folder, bool isNested)
    {
        if (directory > limits.DirectoryBytesMax)
            throw new BodyTooLargeException("ZIP içinde çok fazla dosya var.", limits.DirectoryBytesMax, ratioMax: null);
        zip.Position = 0;
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            foreach (var file in ReadEntry(entry, folder + entry.FullName, isNested))
                yield return file;
        }
    }

    private IEnumerable<(string Path, GibFileName Name, Stream Content)> ReadEntry(ZipArchiveEntry entry, string path, bool isNested)
    {
        if (GibFileName.Parse(entry.Name) is { } name)
        {
            using var content = entry.Open();
            using var bounded = Bound(content);
            yield return (path, name, bounded);
            bytesLeft -= bounded.BytesRead;
            yield break;
        }

        if (isNested || !entry.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            ignored.Add(path);
            yield break;
        }

        using var held = Hold(entry);
        foreach (var file in ZipDirectory.SizeOf(held) is { } directory ? ReadZip(held, directory, path + "/", isNested: true) : Ignore(path))
            yield return file;
    }

    private MemoryStream Hold(ZipArchiveEntry entry)
    {
        var held = new MemoryStream();
        using var content = entry.Open();
        using var bounded = new BoundedStream(content, limits.NestedBytesMax);
        bounded.CopyTo(held);
        return held;
    }

    private BoundedStream Bound(Stream content) => new(content, Math.Min(limits.DocumentBytesMax, bytesLeft));
}
