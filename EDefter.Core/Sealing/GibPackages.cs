using System.Globalization;
using System.IO.Compression;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Gib;

namespace EDefter.Core.Sealing;

/// <summary>
/// The folders of a draft: <c>VKN/hesap dönemi/ay/</c> (Uygulama Kılavuzu pp. 34–36), in them a ZIP per part with its four documents, and one with the
/// report. The ZIPs carry no name that an upload has: none of them can be uploaded by mistake.
/// </summary>
internal sealed class GibPackages(ZipArchive zip, Func<ZipArchive, string, Stream> create, string folder) : IDisposable
{
    private Stream? stream;
    private ZipArchive? package;
    private string? name;

    /// <summary>"1234567808/01.01.2025-31.12.2025/01/".</summary>
    public static string FolderOf(string taxId, FiscalYear year, Period period) =>
        string.Create(CultureInfo.InvariantCulture, $"{taxId}/{year.Start:dd.MM.yyyy}-{year.End:dd.MM.yyyy}/{period.Month:D2}/");

    /// <summary>Where a document stands: folder, package and its own name.</summary>
    public string PathOf(GibFileName file) => $"{folder}{PackageOf(file)}/{file}";

    /// <returns>Where the document goes; the one before it is closed.</returns>
    public Stream Open(GibFileName file)
    {
        if (!string.Equals(name, PackageOf(file), StringComparison.Ordinal))
        {
            Close();
            name = PackageOf(file);
            stream = create(zip, folder + name);
            package = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        }

        return create(package!, file.ToString());
    }

    public void Close()
    {
        package?.Dispose();
        package = null;
        stream?.Dispose();
        stream = null;
    }

    public void Dispose() => Close();

    private static string PackageOf(GibFileName file) =>
        "TASLAK-IMZASIZ-" + (file.Document == GibDocument.Report ? file.Stem : file.Stem.Replace($"-{GibFileName.WordOf(file.Document)}-", "-", StringComparison.Ordinal)) + ".zip";
}
