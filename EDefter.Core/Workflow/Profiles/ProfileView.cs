using EDefter.Core.Formats;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>A profile as the API lists it.</summary>
public sealed record ProfileView
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required int Version { get; init; }

    public required string Hash { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>Archives need <c>"acceptUnverified": true</c>.</summary>
    public required bool Unverified { get; init; }

    public required string Source { get; init; }

    /// <summary>It comes with the product.</summary>
    public required bool BuiltIn { get; init; }

    public required FileKind Kind { get; init; }

    public required string FileName { get; init; }

    public required string ArchiveName { get; init; }

    public required int RowsMax { get; init; }

    public long? BytesMax { get; init; }

    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    public required IReadOnlyList<ProfileColumnView> Columns { get; init; }

    /// <summary>Every content that was ever kept, oldest first; the company's own profiles only.</summary>
    public IReadOnlyList<CompanyProfileVersion>? Versions { get; init; }

    public static ProfileView Of(Profile profile, IReadOnlyList<CompanyProfileVersion>? versions = null) => new()
    {
        Id = profile.Id,
        Title = profile.Title,
        Description = profile.Description,
        Version = profile.Version,
        Hash = profile.Hash,
        Confidence = profile.Confidence,
        Unverified = profile.IsUnverified,
        Source = profile.Source,
        BuiltIn = versions is null,
        Kind = profile.Kind,
        FileName = profile.FileName,
        ArchiveName = profile.ArchiveName,
        RowsMax = profile.RowsMax,
        BytesMax = profile.BytesMax,
        Parameters = profile.Parameters,
        Columns = [.. ProfileColumns.Of(profile).Select(one => ProfileColumnView.Of(one.Place, one.Column))],
        Versions = versions,
    };
}
