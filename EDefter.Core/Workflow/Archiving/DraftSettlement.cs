using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Sealing;
using EDefter.Core.Workflow.Books;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>
/// Settles what a draft of the authority's documents needs beside the month's numbers: its creation date, and the running number of its first part in
/// the fiscal year. Both become parameters of the archive and are kept with it (docs/decisions/drafts.md).
/// </summary>
public sealed class DraftSettlement(ArchiveShelf shelf, TimeProvider clock)
{
    /// <returns>Why the parameters cannot be those of a draft; null when they can, and for every other profile.</returns>
    internal static Refusal? FaultIn(Profile profile, IReadOnlyDictionary<string, string>? parameters, Period period)
    {
        if (profile.Kind != FileKind.Gib || parameters is null)
            return null;
        GibDraftSettings.Read(parameters, period, out var fault);
        return fault is null ? null : Refusals.InvalidDraft(fault.Message, fault.Parameter);
    }

    /// <param name="month">Numbered, and not empty.</param>
    /// <param name="profile">The format.</param>
    /// <param name="given">What the request says; whoever gives a value knows it better than earlier archives do.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <returns>The parameters of the archive; for every profile but the draft's those that were given.</returns>
    internal async Task<Outcome<SortedDictionary<string, string>>> SettleAsync(BookMonth month, Profile profile, IReadOnlyDictionary<string, string>? given, CancellationToken cancellationToken)
    {
        var parameters = new SortedDictionary<string, string>(given?.ToDictionary(StringComparer.Ordinal) ?? [], StringComparer.Ordinal);
        if (profile.Kind != FileKind.Gib)
            return parameters;
        if (FaultIn(profile, parameters, month.Period) is { } fault)
            return fault;
        var settings = GibDraftSettings.Read(parameters, month.Period, out _);
        var drafts = await DraftsAsync(month, cancellationToken);
        var date = DateOf(month, settings, drafts.GetValueOrDefault(month.Period));
        if (date.IsRefused)
            return date.Refusal;
        Period? unknown = null;
        if ((settings.FirstSeries ?? PartSeries.FirstOf(month, drafts, out unknown)) is not { } series)
            return Refusals.PartsUnknown(month.Period, unknown!.Value);
        parameters[GibDraftProfile.CreationDate] = date.Value;
        parameters[GibDraftProfile.FirstSeries] = series.ToString(CultureInfo.InvariantCulture);
        return parameters;
    }

    // A document cannot be made before its period has ended, nor on a day that has not come (Genel Açıklamalar 4.1.4; Uygulama Kılavuzu 10).
    private Outcome<string> DateOf(BookMonth month, GibDraftSettings settings, ManifestDraft? kept)
    {
        var today = TurkishDay.Of(clock.GetUtcNow());
        if (settings.CreationDate is null && kept is not null)
            return kept.CreationDate;
        if (today < month.To)
            return Refusals.MonthNotEnded(month.Period, month.To);
        var date = settings.CreationDate ?? today;
        if (date < month.To || date > today)
            return Refusals.CreationDateOutside(month.Period, month.To, today);
        return date.ToString("O", CultureInfo.InvariantCulture);
    }

    /// <summary>The latest draft of each month's present numbers.</summary>
    internal async Task<Dictionary<Period, ManifestDraft>> DraftsAsync(BookMonth month, CancellationToken cancellationToken)
    {
        var latest = new Dictionary<Period, ArchiveRecord>();
        await foreach (var record in shelf.ReadAsync(month.Book.Id, month.Year, period: null, cancellationToken))
        {
            var chain = month.Heads.GetValueOrDefault(record.Period)?.Numbering?.Numbers.Chain;
            if (record.Draft is not null && string.Equals(record.Chain, chain, StringComparison.Ordinal) && (!latest.TryGetValue(record.Period, out var other) || other.At < record.At))
                latest[record.Period] = record;
        }

        return latest.ToDictionary(one => one.Key, one => one.Value.Draft!);
    }
}
