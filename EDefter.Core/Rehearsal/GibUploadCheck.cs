using System.IO.Compression;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Reading;
using EDefter.Core.Rehearsal.Schemas;

namespace EDefter.Core.Rehearsal;

/// <summary>Checks what somebody hands over: one document, the ZIP of a part, or the ZIP of a whole month's folder, whoever made it.</summary>
public sealed class GibUploadCheck
{
    private readonly GibUploadLimits limits;
    private readonly ISchemaJudge schemas;
    private readonly List<CheckedFile> checkedFiles = [];
    private readonly List<string> ignored = [];
    private long bytesLeft;

    private GibUploadCheck(GibUploadLimits limits, ISchemaJudge schemas)
    {
        this.limits = limits;
        this.schemas = schemas;
        bytesLeft = limits.BytesMax;
    }

    /// <param name="upload">Seekable; left open.</param>
    /// <param name="name">Its file name; a single document is nothing without it, because the rules read it.</param>
    /// <param name="limits">How much of it is looked at.</param>
    /// <param name="schemas">The authority's schemas, or why there are none.</param>
    /// <exception cref="BodyTooLargeException">A document, or all of them, are larger than the authority's may be.</exception>
    /// <exception cref="InvalidDataException">The ZIP is broken.</exception>
    public static GibCheckReport Run(Stream upload, string? name, GibUploadLimits limits, ISchemaJudge schemas)
    {
        var check = new GibUploadCheck(limits, schemas);
        if (ZipDirectory.SizeOf(upload) is { } directory)
            check.ReadZip(upload, directory, folder: string.Empty, isNested: false);
        else
            check.ReadSingle(upload, name);
        check.CompareDocuments();
        return new GibCheckReport([.. check.checkedFiles.Select(file => file.Complete())], check.ignored, schemas.Statement);
    }

    private void ReadSingle(Stream upload, string? name)
    {
        upload.Position = 0;
        if (name is null || GibFileName.Parse(Path.GetFileName(name)) is null)
            ignored.Add(name ?? string.Empty);
        else
            ReadDocument(name, upload);
    }

    private void ReadZip(Stream zip, long directory, string folder, bool isNested)
    {
        if (directory > limits.DirectoryBytesMax)
            throw new BodyTooLargeException("ZIP içinde çok fazla dosya var.", limits.DirectoryBytesMax, ratioMax: null);
        zip.Position = 0;
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            var path = folder + entry.FullName;
            if (GibFileName.Parse(entry.Name) is not null)
            {
                using var content = entry.Open();
                ReadDocument(path, content);
            }
            else if (!isNested && entry.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                ReadNested(entry, path);
            }
            else
            {
                ignored.Add(path);
            }
        }
    }

    private void ReadNested(ZipArchiveEntry entry, string path)
    {
        using var held = new MemoryStream();
        using (var content = entry.Open())
        using (var bounded = new BoundedStream(content, limits.NestedBytesMax))
            bounded.CopyTo(held);
        if (ZipDirectory.SizeOf(held) is { } directory)
            ReadZip(held, directory, path + "/", isNested: true);
        else
            ignored.Add(path);
    }

    private void ReadDocument(string path, Stream content)
    {
        var name = GibFileName.Parse(Path.GetFileName(path))!;
        var file = new CheckedFile(path, name, limits.FindingsMax) { IsOnSchema = schemas.Schemas is not null };
        checkedFiles.Add(file);
        using var bounded = new BoundedStream(content, Math.Min(limits.DocumentBytesMax, bytesLeft));
        file.Summary = new GibDocumentCheck(Path.GetFileName(path), name.Document, file.Tell, schemas.Schemas).Run(bounded);
        bytesLeft -= bounded.BytesRead;
    }

    // Documents of one book and month stand beside each other, wherever in the upload they lay.
    private void CompareDocuments()
    {
        foreach (var month in checkedFiles.Where(file => file.Summary is not null).GroupBy(file => (file.Name.TaxId, file.Name.Period, file.Name.Branch)))
        {
            var byName = month.GroupBy(file => file.Summary!.FileName, StringComparer.Ordinal).ToDictionary(files => files.Key, files => files.First(), StringComparer.Ordinal);
            new GibSetCheck((name, finding) => byName[name].Tell(finding)).Run([.. byName.Values.Select(file => file.Summary!)]);
        }
    }
}
