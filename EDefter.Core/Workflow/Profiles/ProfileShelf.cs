using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>
/// Keeps the profiles of companies' own. Contents are kept under their hash and never overwritten, so what was once made or read with one can
/// always be told from the very content; the row that names them is the commit.
/// </summary>
public sealed class ProfileShelf(ICompanies companies, IBlobs blobs, TimeProvider clock)
{
    /// <summary>Bytes of a profile's file: some fifty times the largest that comes with the product would be a program, not a template.</summary>
    public const int BytesMax = 256 * 1024;

    private const int VersionsMax = 200;

    public async Task<bool> KnowsCompanyAsync(string company, CancellationToken cancellationToken) => await companies.FindAsync(company, cancellationToken) is not null;

    /// <summary>Keeps a content under an id; what stood there before is kept beside it. The same content again changes nothing.</summary>
    /// <param name="place">Whose, of what kind and under which id.</param>
    /// <param name="hash">Names the content.</param>
    /// <param name="version">The number the file gives itself.</param>
    /// <param name="json">The file as it was sent.</param>
    /// <param name="actor">Who sent it.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<CompanyProfile>> SaveAsync(ProfilePlace place, string hash, int version, ReadOnlyMemory<byte> json, Actor actor, CancellationToken cancellationToken)
    {
        // Blob first, row last.
        await blobs.KeepAsync(place.BlobOf(hash), "application/json", json, cancellationToken);
        while (true)
        {
            var found = await companies.FindProfileAsync(place.Company, place.Kind, place.Id, cancellationToken);
            if (PresentOf(found?.Value) is { } present && string.Equals(present.Hash, hash, StringComparison.Ordinal))
                return found!.Value;
            if (found?.Value.Versions.Count >= VersionsMax)
                return Refusals.ProfileVersionsFull(place.Id, VersionsMax);
            var added = new CompanyProfileVersion(hash, version, clock.GetUtcNow(), actor.KeyId);
            var kept = new CompanyProfile { Company = place.Company, Kind = place.Kind, Id = place.Id, Versions = [.. found?.Value.Versions ?? [], added] };
            if (await companies.SaveProfileAsync(kept, found?.Version, cancellationToken))
                return kept;
        }
    }

    /// <summary>The profiles of a company that can be chosen.</summary>
    public async Task<IReadOnlyList<CompanyProfile>> ListAsync(string company, CompanyProfileKind kind, CancellationToken cancellationToken)
    {
        var present = new List<CompanyProfile>();
        await foreach (var kept in companies.ListProfilesAsync(company, kind, cancellationToken))
        {
            if (!kept.Deleted)
                present.Add(kept);
        }

        return present;
    }

    /// <summary>The present content's version, or that of an earlier one; null when there is none.</summary>
    /// <param name="place">Whose, of what kind and under which id.</param>
    /// <param name="hash">Null for the present content; an earlier one is found whether the profile was deleted or not.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<CompanyProfileVersion?> FindAsync(ProfilePlace place, string? hash, CancellationToken cancellationToken)
    {
        if (!place.HasId)
            return null;
        var kept = (await companies.FindProfileAsync(place.Company, place.Kind, place.Id, cancellationToken))?.Value;
        return hash is null ? PresentOf(kept) : kept?.Versions.FirstOrDefault(one => string.Equals(one.Hash, hash, StringComparison.Ordinal));
    }

    /// <summary>Takes a profile out of choice; its contents stay. Null when there is none to take.</summary>
    public async Task<CompanyProfile?> DeleteAsync(ProfilePlace place, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = place.HasId ? await companies.FindProfileAsync(place.Company, place.Kind, place.Id, cancellationToken) : null;
            if (PresentOf(found?.Value) is null)
                return null;
            var deleted = found!.Value with { Deleted = true };
            if (await companies.SaveProfileAsync(deleted, found.Version, cancellationToken))
                return deleted;
        }
    }

    /// <summary>A content that a row names.</summary>
    public async Task<byte[]> ContentAsync(ProfilePlace place, string hash, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Snapshots, place.BlobOf(hash), cancellationToken) ?? throw new InvalidDataException($"The profile {hash} is named by its row and missing.");
        using var bytes = new MemoryStream();
        await blob.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static CompanyProfileVersion? PresentOf(CompanyProfile? kept) => kept is { Deleted: false } ? kept.Versions[^1] : null;
}
