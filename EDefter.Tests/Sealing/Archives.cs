using System.IO.Compression;
using EDefter.Core.Formats;
using EDefter.Core.Journal;
using EDefter.Core.Sealing;
using EDefter.Tests.Formats;

namespace EDefter.Tests.Sealing;

/// <summary>Writes archives for the tests, and opens them.</summary>
internal static class Archives
{
    public static Profile Izibiz => ProfileBook.Standard.Find("izibiz")!;

    public static Profile EDefter => ProfileBook.Standard.Find("edefter")!;

    public static Profile Of(string id) => ProfileBook.Standard.Find(id)!;

    public static (byte[] Zip, ArchiveResult Result) Write(IReadOnlyList<JournalEntry> entries, Profile profile, ArchiveRequest? request = null)
    {
        using var zip = new MemoryStream();
        using var writer = ArchiveWriter.Begin(request ?? Months.RequestOf(entries), profile, zip);
        foreach (var entry in entries)
            writer.Write(entry);
        var result = writer.Complete();
        return (zip.ToArray(), result);
    }

    public static List<(string Name, byte[] Content)> Open(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        var files = new List<(string, byte[])>();
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            files.Add((entry.FullName, content.ToArray()));
        }

        return files;
    }

    /// <summary>A ZIP of these files, as somebody else's tool would write it.</summary>
    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                stream.Write(content);
            }
        }

        return zip.ToArray();
    }
}
