using System.Globalization;
using EDefter.Core.Formats;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>
/// Checks a large month in parts (docs/decisions/fan-out.md). Whenever the job's message comes it does what is due: makes a plan, waits for parts that are under way, or joins
/// them when all are there.
/// </summary>
public sealed class PartedCheck(CheckBasisReader bases, CheckContextReader contexts, CheckRun run, RepairDifferences repairs, MonthCheck months, JobParts parts, IVoucherLog log, PartSize size, TimeProvider clock)
{
    private const int PlansMost = 5;

    /// <summary>The month is too large for one piece.</summary>
    public bool Divides(BookMonth month) => size.Divides(month.Head.Vouchers);

    /// <returns>The report; null while parts are under way; a refusal when the month moved too often, or a part cannot be done.</returns>
    public async Task<Outcome<CheckStep>> AdvanceAsync(BookMonth month, JobProgress progress, CancellationToken cancellationToken)
    {
        var basis = await bases.ReadAsync(month, cancellationToken);
        var look = new Look(month, basis, TurkishDay.Of(clock.GetUtcNow()));
        if (progress.Job.Plan is not { } plan || !string.Equals(plan.Id, look.PlanOf(progress.Job), StringComparison.Ordinal))
            return await PlanAsync(look, progress, cancellationToken);
        var done = await parts.ReadAsync(plan, cancellationToken);
        if (done.FirstOrDefault(part => part is { State: JobState.Failed or JobState.Cancelled }) is { } lost)
            return lost.Problem is { Type: "revision-moved" } ? await PlanAsync(look, progress, cancellationToken) : RefusalOf(lost, progress.Job);
        if (done.Any(part => part is not { State: JobState.Succeeded }))
            return CheckStep.UnderWay;
        var report = await JoinAsync(look, [.. done.Select(part => WireJson.Read<CheckPart>(part!.Result!))], progress, cancellationToken);
        // The month may have moved at the very end.
        return report.IsRefused ? report.Refusal : new CheckStep(report.Value);
    }

    private async Task<Outcome<CheckStep>> PlanAsync(Look look, JobProgress progress, CancellationToken cancellationToken)
    {
        var job = progress.Job;
        var made = (job.Plan?.Made ?? 0) + 1;
        if (made > PlansMost)
            return Refusals.CheckOvertaken(look.Month.Period);
        var days = await log.CountDaysAsync(look.Month.Book.Id, look.Month.Year, look.Month.From, look.Month.To, cancellationToken);
        var planned = DayRuns.Of(days, size.Vouchers).Select(run => PartOf(look, run, made, job)).ToList();
        await parts.PlanAsync(progress, new JobPlan(look.PlanOf(job), made, CheckPartWork.KindWord, planned), CheckRun.Step, cancellationToken);
        return CheckStep.UnderWay;
    }

    private static JobPart PartOf(Look look, DayRun days, int made, Job job)
    {
        var request = WireJson.Write(new CheckPartRequest(look.Month.Period, look.Month.Head.Revision, look.Basis.Hash, look.AsOf, look.Name.Stem, days.From, days.To, days.Vouchers));
        return new JobPart(ContentHash.Short(look.PlanOf(job), made.ToString(CultureInfo.InvariantCulture), request), request, days.Vouchers, Done: 0);
    }

    private async Task<Outcome<CheckReport>> JoinAsync(Look look, IReadOnlyList<CheckPart> done, JobProgress progress, CancellationToken cancellationToken)
    {
        var context = (await contexts.ReadAsync(look.Month, look.Basis, look.AsOf, cancellationToken)) with { Repaired = await repairs.OfAsync(look.Month, look.Basis.SourceCount, cancellationToken) };
        var joined = await run.JoinAsync(look.Month.Book, context, done, look.Name, look.Month.Head.Vouchers, progress, cancellationToken);
        var stamped = await months.PublishAsync(look.Month, look.Basis, look.Name, joined, cancellationToken);
        return stamped.IsRefused ? stamped.Refusal : stamped.Value.Report;
    }

    private static Refusal RefusalOf(Job lost, Job job) => lost switch
    {
        { State: JobState.Cancelled } => Refusals.JobCancelled(job.Id),
        { Problem.Status: < 500 } => lost.Problem,
        _ => Refusals.JobFailed(job.Id, lost.Attempts),
    };

    // What the job's message finds when it comes.
    private sealed record Look(BookMonth Month, CheckBasis Basis, DateOnly AsOf)
    {
        public ReportName Name { get; } = ReportName.OfMonth(Month.Book.Id, Month.Period, Month.Head.Revision, Basis.Hash, AsOf);

        // Parts that another version of the program made, or an earlier run, are not joined to these.
        public string PlanOf(Job job) => ContentHash.Short(job.Id, job.Run.ToString(CultureInfo.InvariantCulture), Name.Stem, Basis.Hash, FormatVersion.Product);
    }
}
