using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>Finds the month that a request names.</summary>
public sealed class MonthFinder(BookFinder books, IVoucherLog log)
{
    public async Task<Outcome<BookMonth>> FindAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        if (!Period.TryParse(period, out var month))
            return Refusals.InvalidPeriod(period);
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        return await FindAsync(book.Value, month, cancellationToken);
    }

    public async Task<Outcome<BookMonth>> FindAsync(Book book, Period period, CancellationToken cancellationToken)
    {
        if (YearOf(book.Company, period) is not { } year)
            return Refusals.NoFiscalYear(period);
        var heads = await log.ReadHeadsAsync(book.Id, year, cancellationToken);
        return new BookMonth { Book = book, Period = period, Year = year, Heads = heads };
    }

    /// <summary>The fiscal year of a month; a month shared by two years belongs to the one that covers its last day.</summary>
    public static FiscalYear? YearOf(Company company, Period period) =>
        company.YearOf(period.LastDay) ?? company.YearOf(period.FirstDay) ?? company.FiscalYears.FirstOrDefault(year => year.Contains(period));
}
