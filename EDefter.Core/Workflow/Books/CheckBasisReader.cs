using EDefter.Core.Rules;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>Reads what a check depends on beside the vouchers.</summary>
public sealed class CheckBasisReader(ICompanies companies, IVoucherLog log)
{
    /// <summary>What holds for all months of a book.</summary>
    public async Task<BookBasis> ReadAsync(Book book, CancellationToken cancellationToken)
    {
        var chart = await companies.FindChartAsync(book.Company.Id, cancellationToken);
        var drawer = await log.DrawerRevisionAsync(book.Id, cancellationToken);
        return new BookBasis(WireJson.Write(book.Company), chart, drawer);
    }

    /// <param name="book">The book.</param>
    /// <param name="day">A day of the range: it decides the rule pack.</param>
    /// <param name="sourceCount">What the ERP says it has, for a whole month.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<CheckBasis> ReadAsync(Book book, DateOnly day, SourceCount? sourceCount, CancellationToken cancellationToken) =>
        (await ReadAsync(book, cancellationToken)).For(day, sourceCount);
}
