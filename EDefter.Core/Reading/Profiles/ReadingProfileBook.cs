using System.Text;

namespace EDefter.Core.Reading.Profiles;

/// <summary>The reading profiles that come with the product (<c>Reading/Profiles/*.data.json</c>).</summary>
public static class ReadingProfileBook
{
    /// <summary>The profile that vouchers are read with when nobody names one: our own template.</summary>
    public const string Vouchers = "edefter";

    /// <summary>The profile of the chart of accounts.</summary>
    public const string Accounts = "hesap-plani";

    private const string Folder = "EDefter.Core.Reading.Profiles.";

    private static readonly Dictionary<string, ReadingProfile> ById = ReadEmbedded().ToDictionary(profile => profile.Id, StringComparer.Ordinal);

    public static IReadOnlyCollection<ReadingProfile> Profiles => ById.Values;

    public static ReadingProfile? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The file of a profile as it comes with the product; null when there is none of that id.</summary>
    public static string? FindContent(string id) => Find(id) is null ? null : Encoding.UTF8.GetString(ContentOf(Folder + id + ".data.json"));

    private static IEnumerable<ReadingProfile> ReadEmbedded()
    {
        foreach (var name in typeof(ReadingProfileBook).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var reading = ReadingProfileReader.Read(ContentOf(name));
            yield return reading.Profile ?? throw new InvalidOperationException($"{name}: {reading.Faults[0].Place}: {reading.Faults[0].Message}");
        }
    }

    private static byte[] ContentOf(string name)
    {
        using var stream = typeof(ReadingProfileBook).Assembly.GetManifestResourceStream(name)!;
        var json = new byte[stream.Length];
        stream.ReadExactly(json);
        return json;
    }
}
