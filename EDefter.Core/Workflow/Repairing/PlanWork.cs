using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>
/// The job that makes a repair plan. It changes nothing but the list of runs. A month that moves while it is read is read again. The undated drawer is left out: its vouchers belong to no month
/// yet, and an approval of a month must not reach beyond it.
/// </summary>
public sealed class PlanWork(BookFinder books, MonthFinder months, CheckBasisReader bases, CheckContextReader contexts, RepairRuns runs, IVoucherLog log, TimeProvider clock) : IJobWork
{
    public const string KindWord = "repair";

    private const int ReadingsMost = 5;

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<PlanRequest>(job.Request);
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var before = await months.FindAsync(book.Value, request.Period, cancellationToken);
        for (var reading = 1; ; reading++)
        {
            if (before.IsRefused)
                return before.Refusal;
            var month = before.Value;
            if (month.Head.IsSealed)
                return Refusals.MonthSealed(month.Period);
            var plan = await PlanAsync(month, progress, cancellationToken);
            var after = await months.FindAsync(book.Value, request.Period, cancellationToken);
            // The months were read one after another: a voucher that came into this one meanwhile was seen in both, and would be told of as a double.
            if (after.Value?.Head.Revision == month.Head.Revision)
                return JobEnd.With(await KeepAsync(job, month, plan, cancellationToken));
            if (reading == ReadingsMost)
                return Refusals.RevisionMoved(month.Period, month.Head.Revision, after.Value?.Head.Revision ?? 0);
            before = after;
        }
    }

    private async Task<PlanSummary> KeepAsync(Job job, BookMonth month, RepairPlan plan, CancellationToken cancellationToken)
    {
        var act = new RepairAct("plan", job.Actor.By, clock.GetUtcNow(), plan.Changes.Count, job.Asking);
        var run = await runs.KeepAsync(month, plan, act, cancellationToken);
        return new PlanSummary(run.Run, run.Period, run.Revision, run.Changes, run.Unrepairable);
    }

    private async Task<RepairPlan> PlanAsync(BookMonth month, JobProgress progress, CancellationToken cancellationToken)
    {
        var basis = await bases.ReadAsync(month, cancellationToken);
        var planner = new RepairPlanner(await contexts.ReadAsync(month, basis, TurkishDay.Of(clock.GetUtcNow()), cancellationToken));
        // Other months first: they tell which fiş numbers are taken and where a partner is kept, so that what is offered fits the whole year.
        await ReadAsync(month, month.Year.Start, month.From.AddDays(-1), planner.ObserveElsewhere, progress, cancellationToken);
        await ReadAsync(month, month.To.AddDays(1), month.Year.End, planner.ObserveElsewhere, progress, cancellationToken);
        await ReadAsync(month, month.From, month.To, voucher => planner.Observe(voucher), progress, cancellationToken);
        return planner.Finish(month.Head.Revision);
    }

    private async Task ReadAsync(BookMonth month, DateOnly from, DateOnly to, Action<Voucher> observe, JobProgress progress, CancellationToken cancellationToken)
    {
        if (from > to)
            return;
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, from, to, cancellationToken))
        {
            foreach (var stored in JournalOrder.Sorted(day.Vouchers))
                observe(stored.Voucher);
            await progress.ReportAsync("Bakım planı hazırlanıyor", day.Day!.Value.DayNumber - from.DayNumber + 1, to.DayNumber - from.DayNumber + 1, cancellationToken);
        }
    }
}
