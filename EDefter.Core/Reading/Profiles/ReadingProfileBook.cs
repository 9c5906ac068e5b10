using System.Text.Json;
using System.Text.Json.Serialization;

namespace EDefter.Core.Reading.Profiles;

/// <summary>The reading profiles that come with the product (<c>Reading/Profiles/*.data.json</c>).</summary>
public static class ReadingProfileBook
{
    /// <summary>The profile that vouchers are read with when nobody names one: our own template.</summary>
    public const string Vouchers = "edefter";

    /// <summary>The profile of the chart of accounts.</summary>
    public const string Accounts = "hesap-plani";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter<ReadingMember>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly Dictionary<string, ReadingProfile> ById = ReadEmbedded().ToDictionary(profile => profile.Id, StringComparer.Ordinal);

    public static IReadOnlyCollection<ReadingProfile> Profiles => ById.Values;

    public static ReadingProfile? Find(string id) => ById.GetValueOrDefault(id);

    private static IEnumerable<ReadingProfile> ReadEmbedded()
    {
        var assembly = typeof(ReadingProfileBook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith("EDefter.Core.Reading.Profiles.", StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            var profile = JsonSerializer.Deserialize<ReadingProfile>(stream, Options) ?? throw new InvalidOperationException($"{name} is empty.");
            yield return WhyNot(profile) is { } fault ? throw new InvalidOperationException($"{name}: {fault}") : profile;
        }
    }

    /// <summary>What is wrong with a profile; null when nothing is.</summary>
    public static string? WhyNot(ReadingProfile profile)
    {
        var headers = profile.Columns.SelectMany(column => column.Headers).Select(HeaderText.Fold).ToList();
        if (headers.Distinct(StringComparer.Ordinal).Count() != headers.Count)
            return "a header belongs to two columns";
        if (profile.Columns.Select(column => column.Member).Distinct().Count() != profile.Columns.Count)
            return "a member has two columns";
        if (profile.Columns.Any(column => column.Headers.Count == 0) || !profile.Columns.Any(column => column.Required))
            return "a column has no header, or none is required";
        if (profile.GroupBy.Any(member => !member.IsOfVoucher() || !profile.Columns.Any(column => column.Member == member)))
            return "rows are grouped by a member that has no column or belongs to a line";
        if (profile.Columns.Any(column => column.Member.IsOfAccount()) != profile.Columns.All(column => column.Member.IsOfAccount()))
            return "vouchers and accounts are mixed";
        if (profile.Encodings.Any(encoding => encoding is not ("utf-8" or "windows-1254")) || profile.Numbers.Any(number => number is not ("tr-TR" or "invariant")) || profile.Separators.Any(separator => separator.Length != 1))
            return "an encoding, a number format or a separator is not known";
        return null;
    }
}
