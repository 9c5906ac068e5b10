using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Checks a whole month and stamps its head; every use case that needs a clean month comes here.</summary>
public sealed class MonthCheck(CheckBasisReader bases, CheckContextReader contexts, CheckRun run, RepairDifferences repairs, MonthDigests digests, IVoucherLog log, TimeProvider clock)
{
    /// <returns>The report, or a refusal when the month moved while it was read.</returns>
    public async Task<Outcome<CheckReport>> RunAsync(BookMonth month, JobProgress progress, CancellationToken cancellationToken)
    {
        var basis = await bases.ReadAsync(month, cancellationToken);
        var check = await CheckAsync(month, basis, progress, cancellationToken);
        return check.IsRefused ? check.Refusal : check.Value.Report;
    }

    /// <summary>The stamp of a check that is still good, made now if there is none.</summary>
    /// <remarks>A check without errors stays good on later days: "today" only ever takes findings away.</remarks>
    public async Task<Outcome<FreshCheck>> FreshAsync(BookMonth month, JobProgress progress, CancellationToken cancellationToken)
    {
        var basis = await bases.ReadAsync(month, cancellationToken);
        if (basis.IsOf(month.Head) && month.Head.Check!.Errors == 0)
            return new FreshCheck(month.Head.Check, basis);
        var report = await CheckAsync(month, basis, progress, cancellationToken);
        return report.IsRefused ? report.Refusal : new FreshCheck(report.Value.Stamp, basis);
    }

    private async Task<Outcome<StampedReport>> CheckAsync(BookMonth month, CheckBasis basis, JobProgress progress, CancellationToken cancellationToken)
    {
        var head = month.Head;
        // A check reads everything, and others will after it.
        await log.CompactAsync(month.Book.Id, month.Year, month.Period, clock.GetUtcNow(), cancellationToken);
        var asOf = TurkishDay.Of(clock.GetUtcNow());
        var name = ReportName.OfMonth(month.Book.Id, month.Period, head.Revision, basis.Hash, asOf);
        var context = (await contexts.ReadAsync(month, basis, asOf, cancellationToken)) with { Repaired = await repairs.OfAsync(month, basis.SourceCount, cancellationToken) };
        var read = await run.RunAsync(month.Book, context, [new YearPart(month.Year, month.From, month.To)], name, head.Vouchers, progress, cancellationToken);
        return await PublishAsync(month, basis, name, read, cancellationToken);
    }

    /// <summary>Publishes a check that has run and stamps the month's head with it.</summary>
    /// <returns>The report with its stamp, or a refusal when the month moved meanwhile.</returns>
    internal async Task<Outcome<StampedReport>> PublishAsync(BookMonth month, CheckBasis basis, ReportName name, CheckedRange read, CancellationToken cancellationToken)
    {
        var head = month.Head;
        var report = read.Report with { Revision = head.Revision, State = head.IsSealed ? head.State : read.Report.State };
        await run.PublishAsync(report, name, cancellationToken);
        // Read after the vouchers and stamped only at the same revision: it is what the rules have seen.
        var contents = await log.ReadContentsAsync(month.Book.Id, month.Year, month.Period, after: 0, cancellationToken);
        var stamp = Stamp(report, basis, name, contents);
        var digest = await digests.KeepAsync(month.Book.Id, read.Aggregates.ToDigest(month.Period), cancellationToken);
        var stamped = await log.ChangeHeadAsync(StampOf(month, stamp, digest), cancellationToken);
        return stamped.IsRefused ? stamped.Refusal : new StampedReport(report, stamp);
    }

    private HeadChange StampOf(BookMonth month, CheckStamp stamp, string digest) => new()
    {
        Book = month.Book.Id,
        Year = month.Year,
        Period = month.Period,
        At = clock.GetUtcNow(),
        Decide = heads =>
        {
            var current = heads.GetValueOrDefault(month.Period) ?? BookMonth.Untouched(month.Period);
            return current.Revision == stamp.Revision
                ? current with { Check = stamp, Digest = new DigestStamp(current.VouchersRevision, digest) }
                : Refusals.RevisionMoved(month.Period, stamp.Revision, current.Revision);
        },
    };

    private static CheckStamp Stamp(CheckReport report, CheckBasis basis, ReportName name, MonthContents contents) => new()
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
        Contents = contents.Hash,
        Sequence = contents.Sequence,
        Report = name.Stem,
    };

    internal sealed record StampedReport(CheckReport Report, CheckStamp Stamp);
}
