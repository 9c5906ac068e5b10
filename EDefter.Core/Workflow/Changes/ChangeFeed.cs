using System.Runtime.CompilerServices;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Repairing;

namespace EDefter.Core.Workflow.Changes;

/// <summary>
/// What the ERP must know of its vouchers: numbers given and taken back, repairs applied and undone, each of every voucher (of every entry, where a voucher is divided) once per act, in order and
/// again and again the same. Derived from the trail; nothing is stored for it but what the ERP says.
/// </summary>
public sealed class ChangeFeed(BookFinder books, RepairRuns runs, FeedStands stands, IVoucherLog log)
{
    public const int LimitDefault = 1_000;
    public const int LimitMost = 5_000;

    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="after">A cursor of an earlier page; null or empty: what was not acknowledged yet.</param>
    /// <param name="limit">Changes in a page at most.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<FeedPage>> ReadAsync(string company, string branch, string? after, int limit, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        FeedCursor? cursor = null;
        if (!string.IsNullOrEmpty(after))
        {
            if (!FeedCursor.TryParse(after, out var read))
                return Refusals.InvalidCursor(after);
            cursor = read;
        }

        var places = new Dictionary<DateOnly, FeedPlace>(cursor?.Places ?? new Dictionary<DateOnly, FeedPlace>());
        var items = new List<FeedItem>();
        var more = false;
        foreach (var year in book.Value.Company.FiscalYears.Where(ChangeNumber.Covers))
        {
            var stand = await stands.FindAsync(book.Value.Id, year, cancellationToken);
            var place = cursor?.Of(year) ?? stand?.Value.Beginning ?? FeedPlace.Start;
            places[year.Start] = place;
            var receipts = new CommitReceipts(stands, book.Value.Id, year, stand?.Value);
            await foreach (var (item, reached) in ReadYearAsync(book.Value, year, place, cancellationToken))
            {
                if (item is null)
                {
                    places[year.Start] = reached;
                    continue;
                }

                var told = item with { Acknowledged = await receipts.FindAsync(item.Seq, cancellationToken) };
                if (cursor is null && told.Acknowledged is { Ok: true })
                {
                    places[year.Start] = reached;
                    continue;
                }

                more = items.Count == limit;
                if (more)
                    break;
                items.Add(told);
                places[year.Start] = reached;
            }

            if (more)
                break;
        }

        return new FeedPage(items, new FeedCursor(places).ToString(), more);
    }

    // Each change with the place behind it; a null change only moves the place on.
    private async IAsyncEnumerable<(FeedItem? Item, FeedPlace Reached)> ReadYearAsync(Book book, FiscalYear year, FeedPlace place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var acts = new RepairActs(runs, book.Id, year);
        await foreach (var commit in log.ReadCommitsAsync(book.Id, year, place.After, cancellationToken))
        {
            var from = commit.Sequence == place.Sequence ? place : new FeedPlace(commit.Sequence, Taken: 0);
            var changes = commit.Kind switch
            {
                CommitKind.Number or CommitKind.Unnumber => ReadNumbersAsync(book, year, commit, from, cancellationToken),
                CommitKind.Repair or CommitKind.Undo => ReadRepairAsync(year, commit, from, acts, cancellationToken),
                _ => null,
            };
            if (changes is not null)
            {
                await foreach (var change in changes)
                    yield return change;
            }

            yield return (null, new FeedPlace(commit.Sequence, FeedPlace.All));
        }
    }

    private async IAsyncEnumerable<(FeedItem? Item, FeedPlace Reached)> ReadNumbersAsync(Book book, FiscalYear year, CommitRecord commit, FeedPlace from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var period = commit.Periods[0];
        // A commit older than this word does not say where its numbers began.
        var isKnown = commit.First is not null;
        var (number, line, place) = from.Day is null ? (commit.First ?? 0, commit.FirstLine ?? 0, 0) : (from.Number, from.Line, from.Taken);
        await foreach (var day in ReadMonthAsync(book, year, period, commit, from.Day ?? period.FirstDay, cancellationToken))
        {
            var rank = 0;
            foreach (var (voucher, _) in MonthNumberer.InBook(day))
            {
                // Of the day where the reader stopped, what was taken is already counted.
                if (rank++ < from.Rank && day.Day == from.Day)
                    continue;
                var item = new FeedItem
                {
                    Seq = ChangeNumber.Of(year, commit.Sequence, place),
                    Kind = commit.Kind == CommitKind.Number ? "number" : "unnumber",
                    VoucherId = voucher.Voucher.Id,
                    VoucherNumber = voucher.Voucher.Number,
                    Period = period,
                    Part = voucher.Part,
                    Number = isKnown ? number : null,
                    FirstLine = isKnown ? line : null,
                    Lines = voucher.Lines.Length,
                    By = commit.By,
                    At = commit.At,
                };
                number++;
                line += voucher.Lines.Length;
                place++;
                if (place > from.Taken)
                    yield return (item, new FeedPlace(commit.Sequence, place, day.Day, rank, number, line));
            }
        }
    }

    // A month that still has the numbers of this very act is sealed since: its vouchers are those of the act.
    private async IAsyncEnumerable<DayVouchers> ReadMonthAsync(Book book, FiscalYear year, Period period, CommitRecord commit, DateOnly from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var heads = await log.ReadHeadsAsync(book.Id, year, cancellationToken);
        var isCurrent = commit.Kind == CommitKind.Number && heads.GetValueOrDefault(period)?.Numbering?.At == commit.At;
        var days = isCurrent
            ? log.ReadDaysAsync(book.Id, year, from < year.Start ? year.Start : from, period.LastDay > year.End ? year.End : period.LastDay, cancellationToken)
            : log.ReadMonthAtAsync(book.Id, year, period, commit.Sequence, from, cancellationToken);
        await foreach (var day in days)
            yield return day;
    }

    private static async IAsyncEnumerable<(FeedItem? Item, FeedPlace Reached)> ReadRepairAsync(FiscalYear year, CommitRecord commit, FeedPlace from, RepairActs acts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (run, groups) = await acts.ReadAsync(commit, cancellationToken);
        for (var place = Math.Max(0, from.Taken); place < groups.Count; place++)
        {
            var (voucherId, voucherNumber, changes) = groups[place];
            var item = new FeedItem
            {
                Seq = ChangeNumber.Of(year, commit.Sequence, place),
                Kind = commit.Kind == CommitKind.Repair ? "repair" : "undo",
                VoucherId = voucherId,
                VoucherNumber = voucherNumber,
                Period = run!.Period,
                Run = run.Run,
                Changes = changes,
                By = commit.By,
                At = commit.At,
            };
            yield return (item, new FeedPlace(commit.Sequence, place + 1));
        }
    }
}
