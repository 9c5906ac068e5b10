using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Backups;

/// <summary>Which blobs are a company's, and what they are called in a backup: <c>blobs/{area}/{name}</c>.</summary>
public static class BackupBlobs
{
    private const string Folder = "blobs/";
    private const int NameCharactersMax = 1_024;
    private const int TypeCharactersMax = 255;

    private static readonly (BlobArea Area, string Word)[] Areas = [(BlobArea.Archives, "archives"), (BlobArea.Prints, "prints"), (BlobArea.Reports, "reports"), (BlobArea.Snapshots, "snapshots")];

    public static IEnumerable<(BlobArea Area, string Prefix)> Of(string company)
    {
        foreach (var (area, _) in Areas)
            yield return (area, company + "/");
        yield return (BlobArea.Snapshots, ChartsOf(company));
    }

    public static bool IsBlob(string entry) => entry.StartsWith(Folder, StringComparison.Ordinal);

    public static string EntryOf(BlobArea area, string name) => Folder + Areas.First(known => known.Area == area).Word + "/" + name;

    /// <exception cref="InvalidDataException">The entry is no blob of the company.</exception>
    public static (BlobArea Area, string Name) BlobOf(string company, string entry)
    {
        foreach (var (area, word) in Areas)
        {
            var folder = Folder + word + "/";
            if (entry.StartsWith(folder, StringComparison.Ordinal) && entry[folder.Length..] is var name && IsOf(company, area, name))
                return (area, name);
        }

        throw new InvalidDataException($"The entry {entry} is no blob of {company}.");
    }

    /// <summary>Holds an entry against what blob storage takes, and what stays inside the company.</summary>
    /// <exception cref="InvalidDataException">The entry is no blob of the company.</exception>
    public static void Check(string company, BackupEntry entry)
    {
        var (_, name) = BlobOf(company, entry.Name);
        // A dot or two alone would lead out of the company's folder: addresses are resolved before they are sent.
        if (name.Length > NameCharactersMax || name.Any(character => char.IsControl(character) || character == '\\') || name.Split('/').Any(part => part.Length == 0 || part[^1] == '.'))
            throw new InvalidDataException($"The entry {entry.Name} has a name that no blob has.");
        if (entry.ContentType is { } type && (type.Length is 0 or > TypeCharactersMax || type.Any(character => character is < ' ' or > '~')))
            throw new InvalidDataException($"The entry {entry.Name} has a content type that is none.");
    }

    private static bool IsOf(string company, BlobArea area, string name) =>
        name.StartsWith(company + "/", StringComparison.Ordinal) || (area == BlobArea.Snapshots && name.StartsWith(ChartsOf(company), StringComparison.Ordinal));

    private static string ChartsOf(string company) => "charts/" + company + "/";
}
