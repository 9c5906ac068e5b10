using EDefter.Core.Rules;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Checks a whole month and stamps its head; every use case that needs a clean month comes here.</summary>
public sealed class MonthCheck(CheckBasisReader bases, CheckRun run, IVoucherLog log, TimeProvider clock)
{
    /// <returns>The report, or a refusal when the month moved while it was read.</returns>
    public async Task<Outcome<CheckReport>> RunAsync(BookMonth month, JobProgress progress, CancellationToken cancellationToken) =>
        await RunAsync(month, await bases.ReadAsync(month.Book, month.From, month.Head.SourceCount, cancellationToken), progress, cancellationToken);

    /// <summary>The stamp of a check that is still good, made now if there is none.</summary>
    /// <remarks>A check without errors stays good on later days: "today" only ever takes findings away.</remarks>
    public async Task<Outcome<FreshCheck>> FreshAsync(BookMonth month, JobProgress progress, CancellationToken cancellationToken)
    {
        var basis = await bases.ReadAsync(month.Book, month.From, month.Head.SourceCount, cancellationToken);
        if (basis.IsOf(month.Head) && month.Head.Check!.Errors == 0)
            return new FreshCheck(month.Head.Check, basis);
        var report = await RunAsync(month, basis, progress, cancellationToken);
        return report.IsRefused
            ? report.Refusal
            : new FreshCheck(Stamp(report.Value, basis, ReportName.OfMonth(month.Book.Id, month.Period, month.Head.Revision, basis.Hash, report.Value.AsOf)), basis);
    }

    public static CheckContext ContextOf(BookMonth month, CheckBasis basis, DateOnly asOf) => new()
    {
        Company = month.Book.Company,
        Branch = month.Book.Branch,
        From = month.From,
        To = month.To,
        Period = month.Period,
        AsOf = asOf,
        Pack = basis.Pack,
        Chart = basis.Chart,
        SourceCount = basis.SourceCount,
    };

    private async Task<Outcome<CheckReport>> RunAsync(BookMonth month, CheckBasis basis, JobProgress progress, CancellationToken cancellationToken)
    {
        var head = month.Head;
        var asOf = TurkishDay.Of(clock.GetUtcNow());
        var name = ReportName.OfMonth(month.Book.Id, month.Period, head.Revision, basis.Hash, asOf);
        var context = ContextOf(month, basis, asOf);
        var read = await run.RunAsync(month.Book, context, [new YearPart(month.Year, month.From, month.To)], name, head.Vouchers, progress, cancellationToken);
        var report = read with { Revision = head.Revision, State = head.IsSealed ? head.State : read.State };
        await run.PublishAsync(report, name, cancellationToken);
        var stamped = await log.ChangeHeadAsync(StampOf(month, report, basis, name), cancellationToken);
        return stamped.IsRefused ? stamped.Refusal : report;
    }

    private HeadChange StampOf(BookMonth month, CheckReport report, CheckBasis basis, ReportName name) => new()
    {
        Book = month.Book.Id,
        Year = month.Year,
        Period = month.Period,
        At = clock.GetUtcNow(),
        Decide = heads =>
        {
            var current = heads.GetValueOrDefault(month.Period) ?? BookMonth.Untouched(month.Period);
            return current.Revision == report.Revision
                ? current with { Check = Stamp(report, basis, name) }
                : Refusals.RevisionMoved(month.Period, report.Revision!.Value, current.Revision);
        },
    };

    private static CheckStamp Stamp(CheckReport report, CheckBasis basis, ReportName name) => new()
    {
        Revision = report.Revision!.Value,
        Basis = basis.Hash,
        AsOf = report.AsOf,
        At = report.CheckedAt,
        RulePack = report.RulePack,
        Errors = report.Counts.Error,
        Warnings = report.Counts.Warning,
        Infos = report.Counts.Info,
        Totals = report.Totals.ToCheckTotals(),
        Report = name.Stem,
    };
}
