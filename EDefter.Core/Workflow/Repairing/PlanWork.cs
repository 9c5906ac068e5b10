using EDefter.Core.Repairs;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>
/// The job that makes a repair plan. It changes nothing but the list of runs. The undated drawer is left out: its vouchers belong to no month
/// yet, and an approval of a month must not reach beyond it.
/// </summary>
public sealed class PlanWork(BookFinder books, MonthFinder months, CheckBasisReader bases, RepairRuns runs, IVoucherLog log, TimeProvider clock) : IJobWork
{
    public const string KindWord = "repair";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<PlanRequest>(job.Request);
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var found = await months.FindAsync(book.Value, request.Period, cancellationToken);
        if (found.IsRefused)
            return found.Refusal;
        var month = found.Value;
        if (month.Head.IsSealed)
            return Refusals.MonthSealed(month.Period);
        var plan = await PlanAsync(month, progress, cancellationToken);
        var act = new RepairAct("plan", job.Actor.By, clock.GetUtcNow(), plan.Changes.Count, RepairAct.AskingOf(job));
        var run = await runs.KeepAsync(month, plan, act, cancellationToken);
        return JobEnd.With(new PlanSummary(run.Run, run.Period, run.Revision, run.Changes, run.Unrepairable));
    }

    private async Task<RepairPlan> PlanAsync(BookMonth month, JobProgress progress, CancellationToken cancellationToken)
    {
        var basis = await bases.ReadAsync(month.Book, month.From, month.Head.SourceCount, cancellationToken);
        var planner = new RepairPlanner(MonthCheck.ContextOf(month, basis, TurkishDay.Of(clock.GetUtcNow())));
        var total = month.Year.End.DayNumber - month.Year.Start.DayNumber + 1;
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.Year.Start, month.Year.End, cancellationToken))
        {
            // Other months only tell which fiş numbers are taken, so that an offered one is free in the whole year.
            var isInside = day.Day >= month.From && day.Day <= month.To;
            foreach (var stored in JournalOrder.Sorted(day.Vouchers))
            {
                if (isInside)
                    planner.Observe(stored.Voucher);
                else
                    planner.ObserveNumberElsewhere(stored.Voucher.Number);
            }

            await progress.ReportAsync("Bakım planı hazırlanıyor", day.Day!.Value.DayNumber - month.Year.Start.DayNumber + 1, total, cancellationToken);
        }

        return planner.Finish(month.Head.Revision);
    }
}
