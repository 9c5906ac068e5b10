using System.Globalization;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Checks any range of days of a book. It stamps no month and never numbers.</summary>
public sealed class RangeCheck(CheckBasisReader bases, CheckContextReader contexts, CheckRun run, IVoucherLog log, TimeProvider clock)
{
    public async Task<CheckReport> RunAsync(Book book, DateOnly from, DateOnly to, JobProgress progress, CancellationToken cancellationToken)
    {
        var view = await SeeAsync(book, from, to, cancellationToken);
        var context = await contexts.ReadAsync(book, view.Basis, from, to, view.AsOf, cancellationToken);
        var read = await run.RunAsync(book, context, view.Parts, view.Name, expected: null, progress, cancellationToken);
        await run.PublishAsync(read.Report, view.Name, cancellationToken);
        return read.Report;
    }

    /// <summary>Where the report of the range as it stands now would lie.</summary>
    public async Task<ReportName> NameAsync(Book book, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        (await SeeAsync(book, from, to, cancellationToken)).Name;

    private async Task<RangeView> SeeAsync(Book book, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var basis = await bases.ReadAsync(book, from, to, cancellationToken);
        var parts = new List<YearPart>();
        var seen = new List<string?> { basis.Hash };
        foreach (var year in book.Company.FiscalYears.Where(year => year.Start <= to && from <= year.End))
        {
            parts.Add(new YearPart(year, from > year.Start ? from : year.Start, to < year.End ? to : year.End));
            var heads = await log.ReadHeadsAsync(book.Id, year, cancellationToken);
            seen.AddRange(heads.Values.OrderBy(head => head.Period).Select(head => string.Create(CultureInfo.InvariantCulture, $"{head.Period}:{head.Revision}")));
        }

        var asOf = TurkishDay.Of(clock.GetUtcNow());
        return new RangeView(basis, asOf, parts, ReportName.OfRange(book.Id, from, to, ContentHash.Short([.. seen]), asOf));
    }

    private sealed record RangeView(CheckBasis Basis, DateOnly AsOf, IReadOnlyList<YearPart> Parts, ReportName Name);
}
