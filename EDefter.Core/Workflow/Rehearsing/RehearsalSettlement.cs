using System.Globalization;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Sealing;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Books;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>Settles what a rehearsal renders with: as for a draft, but what the year does not tell yet is assumed, and said, unless the documents are to be kept.</summary>
public sealed class RehearsalSettlement(DraftSettlement drafts, TimeProvider clock)
{
    /// <param name="month">Any month.</param>
    /// <param name="asked">What the request says.</param>
    /// <param name="cancellationToken">The caller left.</param>
    internal async Task<Outcome<RehearsalSettings>> SettleAsync(BookMonth month, RehearsalRequest asked, CancellationToken cancellationToken)
    {
        if (asked.Keep)
        {
            var settled = await drafts.SettleAsync(month, GibDraftProfile.Profile, asked.Parameters, cancellationToken);
            return settled.IsRefused ? settled.Refusal : new RehearsalSettings(GibDraftSettings.Read(settled.Value, month.Period, out _), []);
        }

        var settings = GibDraftSettings.Read(asked.Parameters ?? GibDraftProfile.Profile.Parameters, month.Period, out var fault);
        if (fault is not null)
            return Refusals.InvalidDraft(fault.Message, fault.Parameter);
        var remarks = new List<string>();
        if (month.Head.Numbering is null)
            remarks.Add("Ay henüz numaralanmadı: prova, ay şimdi numaralansa alınacak numaralarla yapıldı.");
        var known = await drafts.DraftsAsync(month, cancellationToken);
        return new RehearsalSettings(
            settings with
            {
                FirstSeries = settings.FirstSeries ?? SeriesOf(month, known, remarks),
                CreationDate = settings.CreationDate ?? DateOf(month, known.GetValueOrDefault(month.Period), remarks),
            },
            remarks);
    }

    private static int SeriesOf(BookMonth month, Dictionary<Companies.Period, ManifestDraft> known, List<string> remarks)
    {
        var series = PartSeries.FirstOf(month, known, out var unknown);
        if (unknown is { } before)
            remarks.Add($"{TurkishText.Month(before)} için taslak bulunmadığından kontrol numaralarındaki sıra 1 sayıldı; taslak oluşturulurken gerçek sıra yazılır.");
        return series ?? 1;
    }

    private DateOnly DateOf(BookMonth month, ManifestDraft? kept, List<string> remarks)
    {
        if (kept is not null)
            return DateOnly.ParseExact(kept.CreationDate, "O", CultureInfo.InvariantCulture);
        var today = TurkishDay.Of(clock.GetUtcNow());
        if (today >= month.To)
            return today;
        remarks.Add("Ay henüz bitmedi: oluşturulma tarihi olarak ayın son günü yazıldı.");
        return month.To;
    }
}
