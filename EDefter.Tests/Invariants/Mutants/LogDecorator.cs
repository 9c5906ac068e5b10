using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A log that does what another one does, for mutants that do one thing differently.</summary>
internal abstract class LogDecorator(IVoucherLog inner) : IVoucherLog
{
    protected IVoucherLog Inner { get; } = inner;

    public virtual Task<AppendResult> AppendAsync(AppendRequest request, IAsyncEnumerable<VoucherRow> rows, CancellationToken cancellationToken) => Inner.AppendAsync(request, rows, cancellationToken);

    public Task<AppendResult?> DeleteAsync(AppendRequest request, string voucherId, CancellationToken cancellationToken) => Inner.DeleteAsync(request, voucherId, cancellationToken);

    public Task<StoredVoucher?> FindAsync(BookId book, Company company, string voucherId, CancellationToken cancellationToken) => Inner.FindAsync(book, company, voucherId, cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> ContentHashesAsync(BookId book, Company company, IReadOnlyCollection<string> voucherIds, CancellationToken cancellationToken) =>
        Inner.ContentHashesAsync(book, company, voucherIds, cancellationToken);

    public Task<IReadOnlyList<VoucherVersion>> HistoryAsync(BookId book, Company company, string voucherId, CancellationToken cancellationToken) => Inner.HistoryAsync(book, company, voucherId, cancellationToken);

    public virtual async IAsyncEnumerable<DayVouchers> ReadDaysAsync(BookId book, FiscalYear year, DateOnly from, DateOnly to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var day in Inner.ReadDaysAsync(book, year, from, to, cancellationToken))
            yield return Change(day);
    }

    public Task<IReadOnlyList<DayCount>> CountDaysAsync(BookId book, FiscalYear year, DateOnly from, DateOnly to, CancellationToken cancellationToken) => Inner.CountDaysAsync(book, year, from, to, cancellationToken);

    public IAsyncEnumerable<DayVouchers> ReadMonthAtAsync(BookId book, FiscalYear year, Period period, long sequence, DateOnly from, CancellationToken cancellationToken) =>
        Inner.ReadMonthAtAsync(book, year, period, sequence, from, cancellationToken);

    public Task<MonthContents> ReadContentsAsync(BookId book, FiscalYear year, Period period, long after, CancellationToken cancellationToken) => Inner.ReadContentsAsync(book, year, period, after, cancellationToken);

    public Task<DayVouchers> ReadDrawerAsync(BookId book, CancellationToken cancellationToken) => Inner.ReadDrawerAsync(book, cancellationToken);

    public Task SettleDrawerAsync(AppendRequest request, CancellationToken cancellationToken) => Inner.SettleDrawerAsync(request, cancellationToken);

    public Task<long> DrawerRevisionAsync(BookId book, CancellationToken cancellationToken) => Inner.DrawerRevisionAsync(book, cancellationToken);

    public virtual Task<IReadOnlyDictionary<Period, MonthHead>> ReadHeadsAsync(BookId book, FiscalYear year, CancellationToken cancellationToken) => Inner.ReadHeadsAsync(book, year, cancellationToken);

    public Task<Outcome<MonthHead>> ChangeHeadAsync(HeadChange change, CancellationToken cancellationToken) => Inner.ChangeHeadAsync(change, cancellationToken);

    public IAsyncEnumerable<BookNote> ReadNotesAsync(BookId book, FiscalYear year, string prefix, CancellationToken cancellationToken) => Inner.ReadNotesAsync(book, year, prefix, cancellationToken);

    public Task<bool> WriteNoteAsync(BookId book, FiscalYear year, BookNote note, CancellationToken cancellationToken) => Inner.WriteNoteAsync(book, year, note, cancellationToken);

    public IAsyncEnumerable<CommitRecord> ReadCommitsAsync(BookId book, FiscalYear year, long after, CancellationToken cancellationToken) => Inner.ReadCommitsAsync(book, year, after, cancellationToken);

    public Task<bool> CompactAsync(BookId book, FiscalYear year, Period period, DateTimeOffset at, CancellationToken cancellationToken) => Inner.CompactAsync(book, year, period, at, cancellationToken);

    public Task<int> SweepAsync(BookId book, FiscalYear? year, DateTimeOffset olderThan, CancellationToken cancellationToken) => Inner.SweepAsync(book, year, olderThan, cancellationToken);

    protected virtual DayVouchers Change(DayVouchers day) => day;
}
