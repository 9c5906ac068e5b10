using EDefter.Core.Companies;
using EDefter.Core.Reading;

namespace EDefter.Core.Workflow.Ports;

/// <summary>
/// The append-only voucher log (docs/ARCHITECTURE.md, Storage). Nothing is ever overwritten or lost: a later version supersedes, a deletion is a tombstone.
/// Every write is all or nothing per fiscal year, and nothing lands in a sealed month.
/// </summary>
public interface IVoucherLog
{
    /// <summary>Appends rows as they stream in. Rejected rows (unreadable ones, or vouchers of a sealed month that differ) are told; the rest is stored.</summary>
    Task<AppendResult> AppendAsync(AppendRequest request, IAsyncEnumerable<VoucherRow> rows, CancellationToken cancellationToken);

    /// <summary>Writes a tombstone for one voucher. Null when there is no such live voucher.</summary>
    Task<AppendResult?> DeleteAsync(AppendRequest request, string voucherId, CancellationToken cancellationToken);

    /// <summary>The live version of one voucher, wherever it lives in the book; null when there is none.</summary>
    Task<StoredVoucher?> FindAsync(BookId book, Company company, string voucherId, CancellationToken cancellationToken);

    /// <summary>Content hashes of the live versions of vouchers, by id; those that are not live are absent. Reads no voucher.</summary>
    Task<IReadOnlyDictionary<string, string>> ContentHashesAsync(BookId book, Company company, IReadOnlyCollection<string> voucherIds, CancellationToken cancellationToken);

    /// <summary>Every version of one voucher, oldest first, tombstones as null vouchers.</summary>
    Task<IReadOnlyList<VoucherVersion>> HistoryAsync(BookId book, Company company, string voucherId, CancellationToken cancellationToken);

    /// <summary>The live vouchers of the days, a day at a time, in order of days; days without vouchers are left out. A day's list is lent until the next day is asked for.</summary>
    IAsyncEnumerable<DayVouchers> ReadDaysAsync(BookId book, FiscalYear year, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>How many vouchers <see cref="ReadDaysAsync"/> would read, day by day, in order; reads none of them.</summary>
    Task<IReadOnlyList<DayCount>> CountDaysAsync(BookId book, FiscalYear year, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>The vouchers of a month as they were live after a commit, a day at a time, in order of days.</summary>
    /// <param name="book">The book.</param>
    /// <param name="year">The fiscal year.</param>
    /// <param name="period">The month.</param>
    /// <param name="sequence">The commit; later ones are not seen.</param>
    /// <param name="from">First day wanted.</param>
    /// <param name="cancellationToken">The caller left.</param>
    IAsyncEnumerable<DayVouchers> ReadMonthAtAsync(BookId book, FiscalYear year, Period period, long sequence, DateOnly from, CancellationToken cancellationToken);

    /// <summary>Which vouchers the month holds; reads none of them but the two that it names.</summary>
    /// <param name="book">The book.</param>
    /// <param name="year">The fiscal year.</param>
    /// <param name="period">The month.</param>
    /// <param name="after">Vouchers of later commits are counted as newer.</param>
    /// <param name="cancellationToken">The caller left.</param>
    Task<MonthContents> ReadContentsAsync(BookId book, FiscalYear year, Period period, long after, CancellationToken cancellationToken);

    /// <summary>The undated drawer: vouchers without a readable date, or with one that no fiscal year covers.</summary>
    Task<DayVouchers> ReadDrawerAsync(BookId book, CancellationToken cancellationToken);

    /// <summary>Moves vouchers of the drawer to their months after a fiscal year was added to the company.</summary>
    Task SettleDrawerAsync(AppendRequest request, CancellationToken cancellationToken);

    /// <summary>A number that grows with every change of the drawer.</summary>
    Task<long> DrawerRevisionAsync(BookId book, CancellationToken cancellationToken);

    /// <summary>The heads of the year's months that were ever written to.</summary>
    Task<IReadOnlyDictionary<Period, MonthHead>> ReadHeadsAsync(BookId book, FiscalYear year, CancellationToken cancellationToken);

    /// <summary>Moves one head (and the notes given) in one conditional transaction.</summary>
    Task<Outcome<MonthHead>> ChangeHeadAsync(HeadChange change, CancellationToken cancellationToken);

    /// <summary>Notes of a fiscal year whose key starts with the prefix, in ordinal order of keys.</summary>
    IAsyncEnumerable<BookNote> ReadNotesAsync(BookId book, FiscalYear year, string prefix, CancellationToken cancellationToken);

    /// <summary>Inserts a note, or changes one conditionally. False when another writer came first.</summary>
    Task<bool> WriteNoteAsync(BookId book, FiscalYear year, BookNote note, CancellationToken cancellationToken);

    /// <summary>The trail: commits of a fiscal year after a sequence, in order.</summary>
    IAsyncEnumerable<CommitRecord> ReadCommitsAsync(BookId book, FiscalYear year, long after, CancellationToken cancellationToken);

    /// <summary>Gathers a month that lies in many small chunks, so that it is read fast again. Nothing that can be read changes, and nothing is lost when it dies midway.</summary>
    /// <returns>Whether it was worth it.</returns>
    Task<bool> CompactAsync(BookId book, FiscalYear year, Period period, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Removes what dead writers left behind: chunks without a commit that are older than the given instant. Returns how many.</summary>
    Task<int> SweepAsync(BookId book, FiscalYear? year, DateTimeOffset olderThan, CancellationToken cancellationToken);
}
