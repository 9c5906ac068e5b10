using System.IO.Compression;
using EDefter.Core.Reading;
using EDefter.Core.Rehearsal.Schemas;

namespace EDefter.Functions.Rehearsal;

/// <summary>Reads the schemas and rules of a package from a folder or a ZIP, within bounds.</summary>
public static class PackageFiles
{
    /// <summary>The authority's package has some thirty of them.</summary>
    public const int FilesMax = 500;

    /// <summary>All of them together have less than 2 MB.</summary>
    public const long BytesMax = 32L * 1024 * 1024;

    /// <returns>Path inside the package with forward slashes → content.</returns>
    /// <exception cref="GibPackageException">There is nothing at the path, or it cannot be read, or it is far larger than a package.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string path)
    {
        try
        {
            if (Directory.Exists(path))
                return ReadFolder(path);
            return File.Exists(path) ? ReadZip(path) : throw new GibPackageException("tanımlı e-Defter paketi yerinde yok.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException or BodyTooLargeException)
        {
            throw new GibPackageException("tanımlı e-Defter paketi okunamıyor.", unreadable);
        }
    }

    private static Dictionary<string, byte[]> ReadFolder(string folder)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var bytesLeft = BytesMax;
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsWanted))
            bytesLeft = AddFile(files, folder, file, bytesLeft);
        return files;
    }

    private static long AddFile(Dictionary<string, byte[]> files, string folder, string file, long bytesLeft)
    {
        using var content = File.OpenRead(file);
        Add(files, Path.GetRelativePath(folder, file).Replace('\\', '/'), content, ref bytesLeft);
        return bytesLeft;
    }

    private static Dictionary<string, byte[]> ReadZip(string path)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var bytesLeft = BytesMax;
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries.Where(entry => IsWanted(entry.FullName)))
        {
            using var content = entry.Open();
            Add(files, entry.FullName.Replace('\\', '/'), content, ref bytesLeft);
        }

        return files;
    }

    private static void Add(Dictionary<string, byte[]> files, string path, Stream content, ref long bytesLeft)
    {
        if (files.Count == FilesMax)
            throw new GibPackageException("tanımlı yerde bir e-Defter paketinden çok daha fazla dosya var.");
        using var bounded = new BoundedStream(content, bytesLeft);
        using var held = new MemoryStream();
        bounded.CopyTo(held);
        bytesLeft -= held.Length;
        files[path] = held.ToArray();
    }

    private static bool IsWanted(string path) => path.EndsWith(".xsd", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".sch", StringComparison.OrdinalIgnoreCase);
}
