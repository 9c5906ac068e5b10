using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Books;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Loads what the rules may know of a range, as its <see cref="CheckBasis"/> names it: the months before it, the balances and the mizan that were sent.</summary>
public sealed class CheckContextReader(MonthDigests digests, SentBalances balances)
{
    public async Task<CheckContext> ReadAsync(BookMonth month, CheckBasis basis, DateOnly asOf, CancellationToken cancellationToken)
    {
        var context = await ReadAsync(month.Book, basis, month.From, month.To, asOf, cancellationToken);
        return context with
        {
            Period = month.Period,
            SourceCount = basis.SourceCount,
            TrialBalance = await balances.ReadAsync(basis.TrialBalance, cancellationToken),
            IsFiled = month.Head.Filed is not null,
        };
    }

    public async Task<CheckContext> ReadAsync(Book book, CheckBasis basis, DateOnly from, DateOnly to, DateOnly asOf, CancellationToken cancellationToken) => new()
    {
        Company = book.Company,
        Branch = book.Branch,
        From = from,
        To = to,
        AsOf = asOf,
        Pack = basis.Pack,
        Chart = basis.Chart,
        Rates = basis.Rates,
        YearToDate = basis.Year is { } year ? await digests.BeforeAsync(book.Id, year, basis.Heads, from, cancellationToken) : null,
        OpeningBalances = await balances.ReadAsync(basis.OpeningBalances, cancellationToken),
        ClosingBefore = await ClosingBeforeAsync(book, basis, cancellationToken),
        NumberedYear = basis.NumberedYear,
        FormerBranches = basis.FormerBranches,
    };

    // Nothing was sent and the year before was kept here: its closing vouchers are what the opening must carry on.
    private async Task<AccountTotals?> ClosingBeforeAsync(Book book, CheckBasis basis, CancellationToken cancellationToken)
    {
        if (basis.HeadBefore is not { Vouchers: > 0 } before || basis.OpeningBalances is not null || book.Company.YearOf(basis.Year!.Start.AddDays(-1)) is not { } year)
            return null;
        var closing = (await digests.OfAsync(book.Id, year, before, cancellationToken)).ClosingTotals;
        return closing.IsEmpty ? null : closing;
    }
}
