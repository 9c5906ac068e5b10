using EDefter.Core.Formats;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>The file formats that can be chosen: those that come with the product, and a company's own.</summary>
public sealed class ProfileRegister(ProfileShelf shelf)
{
    public static IReadOnlyList<ProfileView> BuiltIn { get; } = [.. ProfileBook.Standard.Profiles.Select(profile => ProfileView.Of(profile))];

    /// <summary>Keeps a profile under an id; the content that stood there before is kept beside it.</summary>
    public async Task<Outcome<ProfileView>> SaveAsync(string company, string id, ReadOnlyMemory<byte> json, Actor actor, CancellationToken cancellationToken)
    {
        if (!await shelf.KnowsCompanyAsync(company, cancellationToken))
            return Refusals.UnknownCompany(company);
        if (ProfileBook.Standard.Find(id) is not null)
            return Refusals.BuiltInProfile(id);
        var profile = Read(json, id);
        if (profile.IsRefused)
            return profile.Refusal;
        var kept = await shelf.SaveAsync(PlaceOf(company, id), profile.Value.Hash, profile.Value.Version, json, actor, cancellationToken);
        return kept.IsRefused ? kept.Refusal : ProfileView.Of(profile.Value, kept.Value.Versions);
    }

    /// <summary>The company's own profiles, as they are now.</summary>
    public async Task<Outcome<IReadOnlyList<ProfileView>>> ListAsync(string company, CancellationToken cancellationToken)
    {
        if (!await shelf.KnowsCompanyAsync(company, cancellationToken))
            return Refusals.UnknownCompany(company);
        var views = new List<ProfileView>();
        foreach (var kept in await shelf.ListAsync(company, CompanyProfileKind.Format, cancellationToken))
            views.Add(ProfileView.Of(await ReadAsync(company, kept.Id, kept.Versions[^1].Hash, cancellationToken), kept.Versions));
        return views;
    }

    /// <summary>The file of a company's own profile as it was sent: the present one, or the one that a manifest names.</summary>
    /// <param name="company">Company id.</param>
    /// <param name="id">Profile id.</param>
    /// <param name="hash">Null for the present content.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<string>> FindContentAsync(string company, string id, string? hash, CancellationToken cancellationToken)
    {
        if (!await shelf.KnowsCompanyAsync(company, cancellationToken))
            return Refusals.UnknownCompany(company);
        var place = PlaceOf(company, id);
        return await shelf.FindAsync(place, hash, cancellationToken) is { } version
            ? System.Text.Encoding.UTF8.GetString(await shelf.ContentAsync(place, version.Hash, cancellationToken))
            : Refusals.ProfileNotFound(id);
    }

    /// <summary>Takes a profile out of choice. Its contents stay for the archives made with them.</summary>
    public async Task<Outcome<CompanyProfile>> DeleteAsync(string company, string id, CancellationToken cancellationToken)
    {
        if (!await shelf.KnowsCompanyAsync(company, cancellationToken))
            return Refusals.UnknownCompany(company);
        if (ProfileBook.Standard.Find(id) is not null)
            return Refusals.BuiltInProfile(id);
        return await shelf.DeleteAsync(PlaceOf(company, id), cancellationToken) is { } deleted ? deleted : Refusals.ProfileNotFound(id);
    }

    /// <summary>The profile that an id names for a company: its own, else the product's.</summary>
    public async Task<Outcome<ChosenProfile>> ChooseAsync(string company, string id, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(PlaceOf(company, id), hash: null, cancellationToken) is { } version)
            return new ChosenProfile(await ReadAsync(company, id, version.Hash, cancellationToken), version.Hash);
        if (ProfileBook.Standard.Find(id) is { } standard)
            return new ChosenProfile(standard, Hash: null);
        var own = await shelf.ListAsync(company, CompanyProfileKind.Format, cancellationToken);
        return Refusals.UnknownProfile(id, [.. ProfileBook.Standard.Profiles.Select(profile => profile.Id), .. own.Select(kept => kept.Id)]);
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
        var reading = ProfileReader.Read(await shelf.ContentAsync(PlaceOf(company, id), hash, cancellationToken));
        return reading.Profile ?? throw new InvalidDataException($"The kept profile {id} can no longer be read: {reading.Faults[0].Place}: {reading.Faults[0].Message}");
    }

    /// <summary>A profile from its file, which may be unsaved.</summary>
    /// <param name="json">The file.</param>
    /// <param name="id">The id it must have; null for any.</param>
    public static Outcome<Profile> Read(ReadOnlyMemory<byte> json, string? id) => ProfileFiles.Read(json, id, bytes => ProfileReader.Read(bytes.Span), profile => profile.Id, Refusals.InvalidProfile);

    private static ProfilePlace PlaceOf(string company, string id) => new(company, CompanyProfileKind.Format, id);
}
