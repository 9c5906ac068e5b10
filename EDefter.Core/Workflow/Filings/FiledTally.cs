using EDefter.Core.Sealing.Difference;
using EDefter.Core.Workflow.Archiving;

namespace EDefter.Core.Workflow.Filings;

/// <summary>Compares entries as they pass: an entry of each side is in memory, of the differences a page.</summary>
internal sealed class FiledTally(int page, int size)
{
    private readonly long[] counts = new long[Enum.GetValues<FiledDifferenceKind>().Length];
    private readonly List<FiledDifference> items = [];
    private long same;
    private long passed;
    private ArchiveTotals filed = new(0, 0, 0, 0);
    private ArchiveTotals here = new(0, 0, 0, 0);

    public IReadOnlyList<FiledDifference> Items => items;

    public bool HasMore => passed > (long)page * size;

    public ArchiveTotals Filed => filed;

    public ArchiveTotals Here => here;

    public FiledCounts Counts => new(same, CountOf(FiledDifferenceKind.Changed), CountOf(FiledDifferenceKind.OnlyFiled), CountOf(FiledDifferenceKind.OnlyHere), CountOf(FiledDifferenceKind.Unreadable), CountOf(FiledDifferenceKind.OutOfOrder));

    public void CountFiled(ArchivedEntry entry) => filed = Add(filed, entry);

    public void CountHere(ArchivedEntry entry) => here = Add(here, entry);

    /// <summary>The filed book and the month have an entry of the same number.</summary>
    public void Compare(ArchivedEntry before, ArchivedEntry after)
    {
        var changes = EntryComparison.Changes(before, after);
        if (changes.Count == 0 && FirstLine(before) == FirstLine(after))
            same++;
        else
            Tell(Difference(FiledDifferenceKind.Changed, before, after) with { Changes = changes });
    }

    public void TellFiled(FiledDifferenceKind kind, ArchivedEntry entry) => Tell(Difference(kind, entry, after: null));

    public void TellHere(ArchivedEntry entry) => Tell(Difference(FiledDifferenceKind.OnlyHere, before: null, entry));

    public void TellUnreadable(Vouchers.Voucher voucher) => Tell(new FiledDifference
    {
        Kind = FiledDifferenceKind.Unreadable,
        Number = long.TryParse(voucher.JournalNumber, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null,
        VoucherNumber = voucher.Number,
        Date = voucher.Date.Value,
    });

    private long CountOf(FiledDifferenceKind kind) => counts[(int)kind];

    private void Tell(FiledDifference difference)
    {
        counts[(int)difference.Kind]++;
        if (passed >= (page - 1L) * size && items.Count < size)
            items.Add(difference);
        passed++;
    }

    private static FiledDifference Difference(FiledDifferenceKind kind, ArchivedEntry? before, ArchivedEntry? after) => new()
    {
        Kind = kind,
        Number = (before ?? after)!.Number,
        VoucherId = after?.VoucherId,
        VoucherNumber = (after ?? before)!.VoucherNumber,
        Date = (after ?? before)!.Date,
        FirstLineFiled = before is null ? null : FirstLine(before),
        FirstLineHere = after is null ? null : FirstLine(after),
        TotalFiled = before is null ? null : DebitOf(before),
        TotalHere = after is null ? null : DebitOf(after),
    };

    private static long? FirstLine(ArchivedEntry entry) => entry.Lines.Count > 0 ? entry.Lines[0].Number : null;

    private static decimal DebitOf(ArchivedEntry entry) => entry.Lines.Sum(line => line.Debit);

    private static ArchiveTotals Add(ArchiveTotals totals, ArchivedEntry entry) =>
        new(totals.Vouchers + 1, totals.Lines + entry.Lines.Count, totals.Debit + DebitOf(entry), totals.Credit + entry.Lines.Sum(line => line.Credit));
}
