using EDefter.Core.Sealing.Difference;
using EDefter.Core.Workflow.Books;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>
/// Compares two archives of a month by voucher and field. Their journals are read twice: once to know which vouchers differ, once for those that are
/// asked for. The format plays no part, so archives of different profiles can be compared.
/// </summary>
public sealed class ArchiveDiffs(MonthFinder months, ArchiveShelf shelf, ArchivedJournal journals)
{
    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="period">yyyy-MM.</param>
    /// <param name="before">Id of the archive to tell the differences from.</param>
    /// <param name="after">Id of the other.</param>
    /// <param name="page">1-based.</param>
    /// <param name="size">Vouchers of a page.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<ArchiveDiff>> CompareAsync(string company, string branch, string period, string before, string after, int page, int size, CancellationToken cancellationToken)
    {
        var found = await months.FindAsync(company, branch, period, cancellationToken);
        if (found.IsRefused)
            return found.Refusal;
        var month = found.Value;
        if (await shelf.FindAsync(month, before, cancellationToken) is not { } left)
            return Refusals.UnknownArchive(before);
        if (await shelf.FindAsync(month, after, cancellationToken) is not { } right)
            return Refusals.UnknownArchive(after);
        if (WhyNot(month, left) is { } refusal || (refusal = WhyNot(month, right)) is not null)
            return refusal;
        var (old, present) = (await IndexAsync(month, left, cancellationToken), await IndexAsync(month, right, cancellationToken));
        var ids = Differing(old, present).Skip((page - 1) * size).Take(size + 1).ToList();
        return new ArchiveDiff
        {
            Before = ArchiveShelf.ViewOf(left, month.Head),
            After = ArchiveShelf.ViewOf(right, month.Head),
            TotalsBefore = old.Totals,
            TotalsAfter = present.Totals,
            Counts = Count(old, present),
            Items = await ItemsAsync(month, left, right, [.. ids.Take(size)], cancellationToken),
            HasMore = ids.Count > size,
        };
    }

    private static Refusal? WhyNot(BookMonth month, ArchiveRecord record) => ArchivedJournal.IsKept(month, record) ? null : Refusals.NoArchivedJournal(record.File);

    private async Task<JournalIndex> IndexAsync(BookMonth month, ArchiveRecord record, CancellationToken cancellationToken)
    {
        var index = new JournalIndex();
        await foreach (var entry in journals.ReadAsync(month, record, cancellationToken))
            index.Add(entry);
        return index;
    }

    private static IEnumerable<string> Differing(JournalIndex before, JournalIndex after)
    {
        foreach (var id in after.Order)
        {
            if (before.Find(id) is not { } mark || mark.Content != after.Find(id)!.Value.Content)
                yield return id;
        }

        foreach (var id in before.Order)
        {
            if (after.Find(id) is null)
                yield return id;
        }
    }

    private static ChangeCounts Count(JournalIndex before, JournalIndex after)
    {
        var counts = ChangeCounts.None;
        foreach (var id in after.Order)
        {
            var now = after.Find(id)!.Value;
            counts = before.Find(id) switch
            {
                null => counts with { Added = counts.Added + 1, Lines = counts.Lines + now.Lines },
                { } mark when mark.Content != now.Content => counts with { Changed = counts.Changed + 1, Lines = counts.Lines + Math.Max(mark.Lines, now.Lines) },
                { } mark when mark.Number != now.Number || mark.FirstLine != now.FirstLine => counts with { Renumbered = counts.Renumbered + 1 },
                _ => counts with { Same = counts.Same + 1 },
            };
        }

        foreach (var id in before.Order)
        {
            if (after.Find(id) is null)
                counts = counts with { Removed = counts.Removed + 1, Lines = counts.Lines + before.Find(id)!.Value.Lines };
        }

        return counts;
    }

    private async Task<IReadOnlyList<EntryChange>> ItemsAsync(BookMonth month, ArchiveRecord left, ArchiveRecord right, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        var before = await EntriesAsync(month, left, wanted, cancellationToken);
        var after = await EntriesAsync(month, right, wanted, cancellationToken);
        return [.. ids.Select(id => ItemOf(before.GetValueOrDefault(id), after.GetValueOrDefault(id)))];
    }

    private async Task<Dictionary<string, ArchivedEntry>> EntriesAsync(BookMonth month, ArchiveRecord record, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<string, ArchivedEntry>(StringComparer.Ordinal);
        await foreach (var entry in journals.ReadAsync(month, record, cancellationToken))
        {
            if (wanted.Contains(entry.VoucherId))
                entries.Add(entry.VoucherId, entry);
        }

        return entries;
    }

    private static EntryChange ItemOf(ArchivedEntry? before, ArchivedEntry? after)
    {
        var entry = after ?? before!;
        return new EntryChange
        {
            Kind = before is null ? EntryChangeKind.Added : after is null ? EntryChangeKind.Removed : EntryChangeKind.Changed,
            VoucherId = entry.VoucherId,
            VoucherNumber = entry.VoucherNumber,
            Date = entry.Date,
            NumberBefore = before?.Number,
            NumberAfter = after?.Number,
            Lines = entry.Lines.Count,
            Total = entry.Lines.Sum(line => line.Debit),
            Changes = before is not null && after is not null ? EntryComparison.Changes(before, after) : [],
        };
    }
}
