using EDefter.Core.Companies;
using EDefter.Core.Journal;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>
/// Looks at a numbered month before anything is built on its numbers: an archive, the numbers feed, the next month's numbers, a filing. Nothing in the
/// house should ever make it speak; when storage says something else than the house wrote, nobody outside may get it. It reads no voucher.
/// </summary>
public sealed class NumberGuard(IVoucherLog log)
{
    /// <returns>Null when the numbers are those that were given, to the vouchers they were given to.</returns>
    public async Task<Refusal?> LookAsync(BookMonth month, Period period, CancellationToken cancellationToken)
    {
        var stamp = month.Heads[period].Numbering ?? throw new InvalidOperationException($"{period} is not numbered.");
        var before = NumberGate.BeginsNumbers(month.Book.Company, month.Year, period, month.Heads) ? null : month.Heads.GetValueOrDefault(period.Previous)?.Numbering?.Numbers;
        if (NumberingVerifier.FaultIn(stamp.Numbers, before, month.Book.Id, period) is { } fault)
            return RefusalOf(fault, period);
        var contents = await log.ReadContentsAsync(month.Book.Id, month.Year, period, stamp.Sequence ?? long.MaxValue, cancellationToken);
        if (contents.Doubled is null && (stamp.Contents is null || string.Equals(stamp.Contents, contents.Hash, StringComparison.Ordinal)))
            return null;
        // Numbers that were taken back since the month was read are not broken.
        var now = (await log.ReadHeadsAsync(month.Book.Id, month.Year, cancellationToken)).GetValueOrDefault(period);
        if (!string.Equals(now?.Numbering?.Numbers.Chain, stamp.Numbers.Chain, StringComparison.Ordinal))
            return Refusals.RevisionMoved(period, month.Heads[period].Revision, now?.Revision ?? 0);
        return contents.Doubled is { } doubled ? DoubledRefusal(doubled, period) : RefusalOf(NumberingVerifier.Changed(period, contents.NewerCount > 0 ? contents.NewerCount : null), period);
    }

    public static Refusal RefusalOf(NumberingFault fault, Period period) => Refusals.Of(fault.Rule, "numbers-broken", 409, period, [.. fault.Places]);

    internal static Refusal DoubledRefusal(Voucher voucher, Period period) => RefusalOf(new NumberingFault("FIS014", ("fisNo", voucher.Number ?? voucher.Id)), period);

    /// <summary>FIS015: the month is not the one that was checked or shown any more.</summary>
    /// <param name="period">The month.</param>
    /// <param name="contents">The month as it is, asked for with the commit that the check or the preview has seen; null when it saw none that is known.</param>
    internal static Refusal ChangedSinceRefusal(Period period, MonthContents? contents) =>
        Refusals.Of("FIS015", "revision-moved", 409, period, ("fisler", VouchersText(period, contents)));

    private static string VouchersText(Period period, MonthContents? contents) => contents switch
    {
        { NewerCount: 1, Newer: { } only } => $"{only.Number ?? only.Id} nolu fiş",
        { NewerCount: > 1, Newer: { } one } => $"{one.Number ?? one.Id} nolu fiş ve {TurkishText.Count(contents.NewerCount - 1)} fiş daha",
        _ => $"{TurkishText.Month(period)} döneminde en az bir fiş",
    };
}
