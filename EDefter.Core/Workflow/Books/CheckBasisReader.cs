using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>Reads what a check depends on beside the vouchers.</summary>
public sealed class CheckBasisReader(ICompanies companies, IVoucherLog log, IRates rates)
{
    /// <summary>What holds for all months of a fiscal year.</summary>
    /// <param name="book">The book.</param>
    /// <param name="year">The fiscal year.</param>
    /// <param name="heads">Its heads as read.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public Task<BookBasis> ReadAsync(Book book, FiscalYear year, IReadOnlyDictionary<Period, MonthHead> heads, CancellationToken cancellationToken) =>
        ReadAsync(book, year, heads, year.Start, year.End, cancellationToken);

    public async Task<CheckBasis> ReadAsync(BookMonth month, CancellationToken cancellationToken) =>
        (await ReadAsync(month.Book, month.Year, month.Heads, month.From, month.To, cancellationToken)).For(month.Period);

    /// <summary>What a check of any days depends on; the fiscal year of the first day counts.</summary>
    public async Task<CheckBasis> ReadAsync(Book book, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var year = book.Company.YearOf(from);
        var heads = year is null ? new Dictionary<Period, MonthHead>() : await log.ReadHeadsAsync(book.Id, year, cancellationToken);
        return (await ReadAsync(book, year, heads, from, to, cancellationToken)).For(from, to);
    }

    private async Task<BookBasis> ReadAsync(Book book, FiscalYear? year, IReadOnlyDictionary<Period, MonthHead> heads, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var days = new List<DayRates>();
        await foreach (var day in rates.ReadAsync(BookBasis.RatesFrom(from), to, cancellationToken))
            days.Add(day);
        return new BookBasis
        {
            Company = book.Company,
            Year = year,
            Heads = heads,
            HeadBefore = year is null ? null : await HeadBeforeAsync(book, year, cancellationToken),
            FormerBranches = year is null ? [] : await FormerBranchesAsync(book, year, cancellationToken),
            Chart = await companies.FindChartAsync(book.Company.Id, cancellationToken),
            DrawerRevision = await log.DrawerRevisionAsync(book.Id, cancellationToken),
            Rates = days,
        };
    }

    private async Task<MonthHead?> HeadBeforeAsync(Book book, FiscalYear year, CancellationToken cancellationToken)
    {
        if (book.Company.YearOf(year.Start.AddDays(-1)) is not { } before)
            return null;
        var heads = await log.ReadHeadsAsync(book.Id, before, cancellationToken);
        return heads.GetValueOrDefault(Period.Of(before.End));
    }

    private async Task<IReadOnlyList<Branch>> FormerBranchesAsync(Book book, FiscalYear year, CancellationToken cancellationToken)
    {
        var withVouchers = new List<Branch>();
        foreach (var branch in book.Company.FormerBranches ?? [])
        {
            var heads = await log.ReadHeadsAsync(new BookId(book.Company.Id, branch.Code), year, cancellationToken);
            if (heads.Values.Any(head => head.Vouchers > 0))
                withVouchers.Add(branch);
        }

        return withVouchers;
    }
}
