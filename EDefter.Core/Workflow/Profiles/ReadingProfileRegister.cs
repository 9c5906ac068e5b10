using EDefter.Core.Reading.Profiles;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>The ways of reading tables that can be chosen: those that come with the product, and a company's own.</summary>
public sealed class ReadingProfileRegister(ProfileShelf shelf)
{
    /// <summary>Keeps a way of reading under an id; the content that stood there before is kept beside it.</summary>
    public async Task<Outcome<ReadingProfileView>> SaveAsync(string company, string id, ReadOnlyMemory<byte> json, Actor actor, CancellationToken cancellationToken)
    {
        if (!await shelf.KnowsCompanyAsync(company, cancellationToken))
            return Refusals.UnknownCompany(company);
        if (ReadingProfileBook.Find(id) is not null)
            return Refusals.BuiltInReading(id);
        var profile = ProfileFiles.Read(json, id, bytes => ReadingProfileReader.Read(bytes.Span), read => read.Id, Refusals.InvalidReading);
        if (profile.IsRefused)
            return profile.Refusal;
        var kept = await shelf.SaveAsync(PlaceOf(company, id), profile.Value.Hash, profile.Value.Version, json, actor, cancellationToken);
        return kept.IsRefused ? kept.Refusal : ReadingProfileView.Of(profile.Value, kept.Value.Versions);
    }

    /// <summary>The product's, then the company's own.</summary>
    public async Task<Outcome<IReadOnlyList<ReadingProfileView>>> ListAsync(string company, CancellationToken cancellationToken)
    {
        if (!await shelf.KnowsCompanyAsync(company, cancellationToken))
            return Refusals.UnknownCompany(company);
        var views = ReadingProfileBook.Profiles.OrderBy(profile => profile.Id, StringComparer.Ordinal).Select(profile => ReadingProfileView.Of(profile)).ToList();
        foreach (var kept in await shelf.ListAsync(company, CompanyProfileKind.Reading, cancellationToken))
            views.Add(ReadingProfileView.Of(await ReadAsync(company, kept.Id, kept.Versions[^1].Hash, cancellationToken), kept.Versions));
        return views;
    }

    /// <summary>The file of a way of reading: the product's, or the company's own as it was sent.</summary>
    /// <param name="company">Company id.</param>
    /// <param name="id">Profile id.</param>
    /// <param name="hash">Null for the present content; else an earlier one of the company's own, deleted or not.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<string>> FindContentAsync(string company, string id, string? hash, CancellationToken cancellationToken)
    {
        if (!await shelf.KnowsCompanyAsync(company, cancellationToken))
            return Refusals.UnknownCompany(company);
        if (ReadingProfileBook.FindContent(id) is { } builtIn)
            return builtIn;
        var place = PlaceOf(company, id);
        return await shelf.FindAsync(place, hash, cancellationToken) is { } version
            ? System.Text.Encoding.UTF8.GetString(await shelf.ContentAsync(place, version.Hash, cancellationToken))
            : Refusals.ReadingNotFound(id);
    }

    /// <summary>Takes a way of reading out of choice; what was read with it stays.</summary>
    public async Task<Outcome<CompanyProfile>> DeleteAsync(string company, string id, CancellationToken cancellationToken)
    {
        if (!await shelf.KnowsCompanyAsync(company, cancellationToken))
            return Refusals.UnknownCompany(company);
        if (ReadingProfileBook.Find(id) is not null)
            return Refusals.BuiltInReading(id);
        return await shelf.DeleteAsync(PlaceOf(company, id), cancellationToken) is { } deleted ? deleted : Refusals.ReadingNotFound(id);
    }

    /// <summary>The way of reading that an id names for a company.</summary>
    /// <param name="company">Company id.</param>
    /// <param name="id">Profile id.</param>
    /// <param name="ofAccounts">What it must read: a chart of accounts or vouchers; null for either.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<ReadingProfile>> ChooseAsync(string company, string id, bool? ofAccounts, CancellationToken cancellationToken)
    {
        var chosen = ReadingProfileBook.Find(id);
        if (chosen is null && await shelf.FindAsync(PlaceOf(company, id), hash: null, cancellationToken) is { } version)
            chosen = await ReadAsync(company, id, version.Hash, cancellationToken);
        if (chosen is not null && (ofAccounts is null || chosen.IsOfAccounts == ofAccounts))
            return chosen;
        var list = await ListAsync(company, cancellationToken);
        return list.IsRefused ? list.Refusal : Refusals.UnknownReading(id, list.Value.Where(one => ofAccounts is null || one.Reads == (ofAccounts.Value ? "accounts" : "vouchers")).Select(one => one.Id));
    }

    /// <summary>Shows how the first rows of a file would be read.</summary>
    /// <param name="file">Seekable; left open.</param>
    /// <param name="isWorkbook">An .xlsx; else delimited text.</param>
    /// <param name="profile">How it is read.</param>
    /// <param name="rows">Rows of each sheet to show.</param>
    public static ReadingPreviewResult Preview(Stream file, bool isWorkbook, ReadingProfile profile, int rows)
    {
        var preview = VoucherTableReader.Preview(file, isWorkbook, profile, rows);
        return ReadingPreviewResult.Of(ReadingProfileView.Of(profile), preview);
    }

    private async Task<ReadingProfile> ReadAsync(string company, string id, string hash, CancellationToken cancellationToken)
    {
        var reading = ReadingProfileReader.Read(await shelf.ContentAsync(PlaceOf(company, id), hash, cancellationToken));
        return reading.Profile ?? throw new InvalidDataException($"The kept reading profile {id} can no longer be read: {reading.Faults[0].Place}: {reading.Faults[0].Message}");
    }

    private static ProfilePlace PlaceOf(string company, string id) => new(company, CompanyProfileKind.Reading, id);
}
