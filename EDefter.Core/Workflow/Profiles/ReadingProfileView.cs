using EDefter.Core.Reading.Profiles;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>A way of reading tables as the API lists it.</summary>
public sealed record ReadingProfileView
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required int Version { get; init; }

    public required string Hash { get; init; }

    /// <summary>It comes with the product.</summary>
    public required bool BuiltIn { get; init; }

    /// <summary><c>vouchers</c> or <c>accounts</c>: what it reads.</summary>
    public required string Reads { get; init; }

    public required IReadOnlyList<ReadingColumnView> Columns { get; init; }

    /// <summary>Every content that was ever kept, oldest first; the company's own profiles only.</summary>
    public IReadOnlyList<CompanyProfileVersion>? Versions { get; init; }

    public static ReadingProfileView Of(ReadingProfile profile, IReadOnlyList<CompanyProfileVersion>? versions = null) => new()
    {
        Id = profile.Id,
        Title = profile.Title,
        Description = profile.Description,
        Version = profile.Version,
        Hash = profile.Hash,
        BuiltIn = versions is null,
        Reads = profile.IsOfAccounts ? "accounts" : "vouchers",
        Columns = [.. profile.Columns.Select(column => new ReadingColumnView(column.Member.NameOf(), column.Headers, column.Required))],
        Versions = versions,
    };
}
