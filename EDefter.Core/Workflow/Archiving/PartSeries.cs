using EDefter.Core.Companies;
using EDefter.Core.Sealing;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Numbers;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>The running number of a month's first part in the fiscal year (Genel Açıklamalar 4.1.2; Uygulama Kılavuzu 9).</summary>
internal static class PartSeries
{
    /// <param name="month">The month.</param>
    /// <param name="drafts">The latest draft of each month's present numbers.</param>
    /// <param name="unknown">The month before it whose parts nobody told; null when the number is known.</param>
    /// <returns>1 where the numbers begin; else one after the last part of the last month that had any; null when that is unknown.</returns>
    public static int? FirstOf(BookMonth month, IReadOnlyDictionary<Period, ManifestDraft> drafts, out Period? unknown)
    {
        unknown = null;
        for (var period = month.Period; !NumberGate.BeginsNumbers(month.Book.Company, month.Year, period, month.Heads);)
        {
            period = period.Previous;
            var numbers = month.Heads.GetValueOrDefault(period)?.Numbering?.Numbers;
            // A month without entries has no book, and so no part.
            if (numbers is { Vouchers: 0 })
                continue;
            if (numbers is not null && drafts.TryGetValue(period, out var draft))
                return draft.FirstSeries + draft.Parts;
            unknown = period;
            return null;
        }

        return 1;
    }
}
