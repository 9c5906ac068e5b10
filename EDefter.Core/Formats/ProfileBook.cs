using System.Collections.Frozen;
using System.Globalization;

namespace EDefter.Core.Formats;

/// <summary>The profiles that can be chosen: those that come with the product (<c>Formats/Profiles/*.data.json</c>, and the draft of the authority's documents) and any the user adds.</summary>
public sealed class ProfileBook
{
    /// <summary>The profile that is taken when nobody names one.</summary>
    public const string Default = "edefter";

    private readonly FrozenDictionary<string, Profile> byId;

    /// <param name="profiles">The last of two profiles with the same id wins, so that a user's file can replace ours.</param>
    public ProfileBook(IEnumerable<Profile> profiles)
    {
        var sorted = new SortedDictionary<string, Profile>(StringComparer.Ordinal);
        foreach (var profile in profiles)
            sorted[profile.Id] = profile;
        Profiles = [.. sorted.Values];
        byId = sorted.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The profiles that come with the product.</summary>
    public static ProfileBook Standard { get; } = new(ReadEmbedded().Append(Gib.GibDraftProfile.Profile));

    /// <summary>In ordinal order of ids.</summary>
    public IReadOnlyList<Profile> Profiles { get; }

    public Profile? Find(string id) => byId.GetValueOrDefault(id);

    private static IEnumerable<Profile> ReadEmbedded()
    {
        var assembly = typeof(ProfileBook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith("EDefter.Core.Formats.Profiles.", StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            var json = new byte[stream.Length];
            stream.ReadExactly(json);
            var reading = ProfileReader.Read(json);
            if (!reading.IsReadable)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name}: {reading.Faults[0].Place}: {reading.Faults[0].Message}"));
            yield return reading.Profile;
        }
    }
}
