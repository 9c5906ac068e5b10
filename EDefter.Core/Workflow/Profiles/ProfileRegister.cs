using EDefter.Core.Formats;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>
/// The file formats that can be chosen: those that come with the product, and a company's own. Contents of a company's own are kept under
/// their hash and never overwritten, so an archive can always be told from the content it was made with.
/// </summary>
public sealed class ProfileRegister(ICompanies companies, IBlobs blobs, TimeProvider clock)
{
    /// <summary>Bytes of a profile's file: some fifty times the largest that comes with the product would be a program, not a template.</summary>
    public const int BytesMax = 256 * 1024;

    private const int VersionsMax = 200;

    public static IReadOnlyList<ProfileView> BuiltIn { get; } = [.. ProfileBook.Standard.Profiles.Select(profile => ProfileView.Of(profile))];

    /// <summary>Keeps a profile under an id; the content that stood there before is kept beside it.</summary>
    public async Task<Outcome<ProfileView>> SaveAsync(string company, string id, ReadOnlyMemory<byte> json, Actor actor, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        if (ProfileBook.Standard.Find(id) is not null)
            return Refusals.BuiltInProfile(id);
        var profile = Read(json, id);
        if (profile.IsRefused)
            return profile.Refusal;
        await KeepAsync(company, profile.Value.Hash, json, cancellationToken);
        while (true)
        {
            var found = await companies.FindProfileAsync(company, id, cancellationToken);
            if (found is { Value.Deleted: false } && string.Equals(found.Value.Versions[^1].Hash, profile.Value.Hash, StringComparison.Ordinal))
                return ProfileView.Of(profile.Value, found.Value.Versions);
            if (found?.Value.Versions.Count >= VersionsMax)
                return Refusals.ProfileVersionsFull(id, VersionsMax);
            var added = new CompanyProfileVersion(profile.Value.Hash, profile.Value.Version, clock.GetUtcNow(), actor.KeyId);
            var kept = new CompanyProfile { Company = company, Id = id, Versions = [.. found?.Value.Versions ?? [], added] };
            if (await companies.SaveProfileAsync(kept, found?.Version, cancellationToken))
                return ProfileView.Of(profile.Value, kept.Versions);
        }
    }

    /// <summary>The company's own profiles, as they are now.</summary>
    public async Task<Outcome<IReadOnlyList<ProfileView>>> ListAsync(string company, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        var views = new List<ProfileView>();
        await foreach (var kept in companies.ListProfilesAsync(company, cancellationToken))
        {
            if (!kept.Deleted)
                views.Add(ProfileView.Of(await ReadAsync(company, kept.Id, kept.Versions[^1].Hash, cancellationToken), kept.Versions));
        }

        return views;
    }

    /// <summary>The file of a company's own profile as it was sent: the present one, or the one that a manifest names.</summary>
    /// <param name="company">Company id.</param>
    /// <param name="id">Profile id.</param>
    /// <param name="hash">Null for the present content.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<string>> FindContentAsync(string company, string id, string? hash, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        var kept = await FindKeptAsync(company, id, cancellationToken);
        var version = hash is null ? PresentOf(kept) : kept?.Versions.FirstOrDefault(one => string.Equals(one.Hash, hash, StringComparison.Ordinal));
        return version is null ? Refusals.ProfileNotFound(id) : System.Text.Encoding.UTF8.GetString(await ContentAsync(company, version.Hash, cancellationToken));
    }

    /// <summary>Takes a profile out of choice. Its contents stay for the archives made with them.</summary>
    public async Task<Outcome<CompanyProfile>> DeleteAsync(string company, string id, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        if (ProfileBook.Standard.Find(id) is not null)
            return Refusals.BuiltInProfile(id);
        while (true)
        {
            var found = IsId(id) ? await companies.FindProfileAsync(company, id, cancellationToken) : null;
            if (PresentOf(found?.Value) is null)
                return Refusals.ProfileNotFound(id);
            var deleted = found!.Value with { Deleted = true };
            if (await companies.SaveProfileAsync(deleted, found.Version, cancellationToken))
                return deleted;
        }
    }

    /// <summary>The profile that an id names for a company: its own, else the product's.</summary>
    public async Task<Outcome<ChosenProfile>> ChooseAsync(string company, string id, CancellationToken cancellationToken)
    {
        var kept = await FindKeptAsync(company, id, cancellationToken);
        if (PresentOf(kept) is { } version)
            return new ChosenProfile(await ReadAsync(company, id, version.Hash, cancellationToken), version.Hash);
        if (ProfileBook.Standard.Find(id) is { } standard)
            return new ChosenProfile(standard, Hash: null);
        var known = ProfileBook.Standard.Profiles.Select(profile => profile.Id).ToList();
        await foreach (var own in companies.ListProfilesAsync(company, cancellationToken))
        {
            if (!own.Deleted)
                known.Add(own.Id);
        }

        return Refusals.UnknownProfile(id, known);
    }

    /// <summary>A profile that was chosen before, whatever stands under its id now.</summary>
    /// <param name="company">Company id.</param>
    /// <param name="id">Profile id.</param>
    /// <param name="hash"><see cref="ChosenProfile.Hash"/>.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Profile> ReadAsync(string company, string id, string? hash, CancellationToken cancellationToken)
    {
        if (hash is null)
            return ProfileBook.Standard.Find(id) ?? throw new InvalidDataException($"The profile {id} does not come with this version.");
        var reading = ProfileReader.Read(await ContentAsync(company, hash, cancellationToken));
        return reading.Profile ?? throw new InvalidDataException($"The kept profile {id} can no longer be read: {reading.Faults[0].Place}: {reading.Faults[0].Message}");
    }

    /// <summary>A profile from its file, which may be unsaved.</summary>
    /// <param name="json">The file.</param>
    /// <param name="id">The id it must have; null for any.</param>
    public static Outcome<Profile> Read(ReadOnlyMemory<byte> json, string? id)
    {
        if (json.Length > BytesMax)
            return Refusals.TooLarge($"Biçim tanımı en çok {BytesMax / 1024} KiB olabilir. Açıklamaları kısaltın ya da kullanılmayan sütunları çıkarın.");
        var reading = ProfileReader.Read(json.Span);
        if (!reading.IsReadable)
            return Refusals.InvalidProfile(reading.Faults);
        return id is null || string.Equals(reading.Profile.Id, id, StringComparison.Ordinal)
            ? reading.Profile
            : Refusals.InvalidProfile([new ProfileFault("id", $"adresteki adla aynı olmalı: \"{id}\"")]);
    }

    // What is no id was never kept, and is nothing to ask a table for.
    private static bool IsId(string id) => id.Length is > 0 and <= 40 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private async Task<CompanyProfile?> FindKeptAsync(string company, string id, CancellationToken cancellationToken) =>
        IsId(id) ? (await companies.FindProfileAsync(company, id, cancellationToken))?.Value : null;

    private static CompanyProfileVersion? PresentOf(CompanyProfile? kept) => kept is { Deleted: false } ? kept.Versions[^1] : null;

    // Blob first, row last.
    private async Task KeepAsync(string company, string hash, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var name = NameOf(company, hash);
        if (await blobs.ExistsAsync(BlobArea.Snapshots, name, cancellationToken))
            return;
        await using var blob = await blobs.CreateAsync(BlobArea.Snapshots, name, "application/json", cancellationToken);
        await blob.WriteAsync(json, cancellationToken);
    }

    private async Task<byte[]> ContentAsync(string company, string hash, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Snapshots, NameOf(company, hash), cancellationToken) ?? throw new InvalidDataException($"The profile {hash} is named by its row and missing.");
        using var bytes = new MemoryStream();
        await blob.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static string NameOf(string company, string hash) => $"{company}/profiles/{hash}.json";
}
