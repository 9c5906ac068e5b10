using EDefter.Core.Formats.Gib;
using EDefter.Core.Reading;
using EDefter.Core.Rehearsal.Schemas;

namespace EDefter.Core.Rehearsal;

/// <summary>Checks what somebody hands over: one document, the ZIP of a part, or the ZIP of a whole month's folder, whoever made it.</summary>
public sealed class GibUploadCheck
{
    private readonly int findingsMax;
    private readonly ISchemaJudge schemas;
    private readonly List<CheckedFile> checkedFiles = [];

    private GibUploadCheck(int findingsMax, ISchemaJudge schemas)
    {
        this.findingsMax = findingsMax;
        this.schemas = schemas;
    }

    /// <param name="upload">Seekable; left open.</param>
    /// <param name="name">Its file name; a single document is nothing without it, because the rules read it.</param>
    /// <param name="limits">How much of it is looked at.</param>
    /// <param name="schemas">The authority's schemas, or why there are none.</param>
    /// <exception cref="BodyTooLargeException">A document, or all of them, are larger than the authority's may be.</exception>
    /// <exception cref="InvalidDataException">The ZIP is broken.</exception>
    public static GibCheckReport Run(Stream upload, string? name, GibUploadLimits limits, ISchemaJudge schemas)
    {
        var check = new GibUploadCheck(limits.FindingsMax, schemas);
        var files = new GibUploadFiles(limits);
        foreach (var (path, official, content) in files.Read(upload, name))
            check.ReadDocument(path, official, content);
        check.CompareDocuments();
        return new GibCheckReport([.. check.checkedFiles.Select(file => file.Complete())], files.Ignored, schemas.Statement);
    }

    private void ReadDocument(string path, GibFileName name, Stream content)
    {
        var file = new CheckedFile(path, name, findingsMax) { IsOnSchema = schemas.Schemas is not null };
        checkedFiles.Add(file);
        file.Summary = new GibDocumentCheck(Path.GetFileName(path), name.Document, file.Tell, schemas.Schemas).Run(content);
    }

    // Documents of one book and month stand beside each other, wherever in the upload they lay.
    private void CompareDocuments()
    {
        foreach (var month in checkedFiles.Where(file => file.Summary is not null).GroupBy(file => (file.Name.TaxId, file.Name.Period, file.Name.Branch)))
        {
            var byName = month.GroupBy(file => file.Summary!.FileName, StringComparer.Ordinal).ToDictionary(files => files.Key, files => files.First(), StringComparer.Ordinal);
            new GibSetCheck((name, finding) => byName[name].Tell(finding)).Run([.. byName.Values.Select(file => file.Summary!)]);
        }

        foreach (var book in checkedFiles.Where(file => file.Summary is not null).GroupBy(file => (file.Name.TaxId, file.Name.Branch)))
        {
            var byName = book.GroupBy(file => file.Summary!.FileName, StringComparer.Ordinal).ToDictionary(files => files.Key, files => files.First(), StringComparer.Ordinal);
            new GibYearCheck((name, finding) => byName[name].Tell(finding)).Run(byName.Values.Select(file => file.Summary!));
        }
    }
}
