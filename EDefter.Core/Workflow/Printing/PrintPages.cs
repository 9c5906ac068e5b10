using EDefter.Core.Companies;
using EDefter.Core.Formats.Print;
using EDefter.Core.Workflow.Books;

namespace EDefter.Core.Workflow.Printing;

/// <summary>Which page a month's print begins with, and what earlier months carry to it.</summary>
public sealed class PrintPages(PrintShelf shelf)
{
    /// <returns>The heading of the print, or why its first page is not known.</returns>
    internal async Task<Outcome<PrintHeading>> HeadingAsync(BookMonth month, PrintJobRequest request, Company company, CancellationToken cancellationToken)
    {
        var numbers = month.Head.Numbering!.Numbers;
        var heading = new PrintHeading
        {
            Book = request.Book,
            Company = company,
            Branch = month.Book.Branch,
            Period = month.Period,
            Year = month.Year,
            Numbers = numbers,
            CarriedDebit = Earlier(month).Sum(period => month.Heads[period].Numbering!.Numbers.Debit),
            CarriedCredit = Earlier(month).Sum(period => month.Heads[period].Numbering!.Numbers.Credit),
            Identity = string.Empty,
        };
        if (request.Format == PrintFormat.Xlsx)
            return heading with { Identity = PrintIdentity.Of(month, request, firstPage: 0) };
        if (await FirstPageAsync(month, request, cancellationToken) is not { } firstPage)
            return Refusals.FirstPageUnknown(month.Period, Earlier(month).Last(), PrintedBooks.Name(request.Book));
        return heading with { FirstPage = firstPage, Identity = PrintIdentity.Of(month, request, firstPage) };
    }

    /// <summary>The numbered months of the fiscal year before this one that hold entries, in order.</summary>
    internal static IEnumerable<Period> Earlier(BookMonth month) =>
        month.Year.Periods().Where(period => period < month.Period && month.Heads.TryGetValue(period, out var head) && head.Numbering is { Numbers.Vouchers: > 0 });

    // A trial balance is no bound book: each begins with page 1.
    private async Task<long?> FirstPageAsync(BookMonth month, PrintJobRequest request, CancellationToken cancellationToken)
    {
        if (request.FirstPage is { } asked)
            return asked;
        var before = Earlier(month).ToList();
        if (request.Book == PrintedBook.TrialBalance || before.Count == 0)
            return 1;
        var last = await shelf.LastAsync(month, before[^1], request.Book, cancellationToken);
        return last?.LastPage + 1;
    }
}
