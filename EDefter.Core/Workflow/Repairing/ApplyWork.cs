using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>The job that applies what a named person accepted of a plan. Run again after a crash, it finds its own act in the run's history.</summary>
public sealed class ApplyWork(RepairRuns runs, MonthVouchers monthVouchers, BeforeImages befores, RepairSettings settings, RepairCommit commit, TimeProvider clock) : IJobWork
{
    public const string KindWord = "repair-apply";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<ApplyRequest>(job.Request);
        var asked = await runs.FindAsync(job, request.Period, request.Run, cancellationToken);
        if (asked.IsRefused)
            return asked.Refusal;
        var (month, run) = asked.Value;
        var plan = await runs.ReadPlanAsync(month.Book.Id, run.Value, cancellationToken);
        var accepted = RepairApplier.Accept(plan, request.Accept);
        if (accepted.IsRefused)
            return RepairCommit.RefusalOf(accepted.Refusal);
        if (!HasDone(run.Value, job))
        {
            var refusal = WhyNot(month, run.Value) ?? await ApplyAsync(job, month, run, accepted.Value, progress, cancellationToken);
            // Another delivery of the same asking may have been faster; then this is what was asked for, not a refusal.
            if (refusal is not null && !await runs.HasDoneAsync(month, request.Run, job, cancellationToken))
            {
                await WithdrawAsync(job, month, run.Value, accepted.Value.Settings, cancellationToken);
                return refusal;
            }
        }

        return await commit.EndAsync(month, accepted.Value.Changes.Count, accepted.Value.LeftOut, progress, cancellationToken);
    }

    /// <summary>Names that a delivery gave accounts before it died leave the chart again, unless the run was applied all the same.</summary>
    public async Task BrokenOffAsync(Job job, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<ApplyRequest>(job.Request);
        if (await runs.FindBegunAsync(job, request.Period, request.Run, cancellationToken) is not { } begun)
            return;
        var plan = await runs.ReadPlanAsync(begun.Month.Book.Id, begun.Run.Value, cancellationToken);
        if (RepairApplier.Accept(plan, request.Accept) is { IsRefused: false } accepted)
            await WithdrawAsync(job, begun.Month, begun.Run.Value, accepted.Value.Settings, cancellationToken);
    }

    private async Task<Refusal?> ApplyAsync(Job job, BookMonth month, Versioned<RepairRun> run, AcceptedRepairs accepted, JobProgress progress, CancellationToken cancellationToken)
    {
        await progress.ReportAsync("Bakım uygulanıyor", 0, accepted.VoucherIds.Count, cancellationToken);
        var current = await monthVouchers.ReadAsync(month, accepted.VoucherIds, cancellationToken);
        var before = new List<Voucher>();
        var mended = new List<Voucher>();
        foreach (var id in accepted.VoucherIds)
        {
            if (!current.TryGetValue(id, out var voucher))
                return Refusals.ChangedSince([id]);
            var outcome = accepted.Mend(voucher);
            if (outcome.IsRefused)
                return RepairCommit.RefusalOf(outcome.Refusal);
            before.Add(voucher);
            mended.Add(outcome.Value);
        }

        var asking = job.Asking;
        if (before.Count > 0)
            await befores.WriteAsync(month.Book.Id, run.Value, asking, before, cancellationToken);
        await runs.KeepStandingAsync(month.Book.Id, run.Value, asking, accepted.ToAcceptance(), cancellationToken);
        if (await settings.MakeAsync(job.Company, accepted.Settings, cancellationToken) is { } refused)
            return refused;
        var act = new RepairAct("apply", job.Actor.By, clock.GetUtcNow(), accepted.Changes.Count, asking);
        var after = run.Value with { State = RepairRunState.Applied, Standing = asking, Before = before.Count > 0 ? asking : null, Acts = [.. run.Value.Acts, act] };
        return await commit.CommitAsync(month, CommitKind.Repair, job.Actor, mended, run, after, cancellationToken);
    }

    // Refused at the last step, or by a delivery after one that died before it: chart and profile go back to what they were, unless another asking has applied the run.
    private async Task WithdrawAsync(Job job, BookMonth month, RepairRun run, SettingsChanges changes, CancellationToken cancellationToken)
    {
        if (changes.IsEmpty || !await runs.HasBegunAsync(month.Book.Id, run, job.Asking, cancellationToken))
            return;
        if (await runs.FindAsync(month, run.Run, cancellationToken) is { Value.State: RepairRunState.Planned })
            await settings.TakeBackAsync(job.Company, changes, cancellationToken);
    }

    // The same request, repeated because its answer was lost, finds its own act; once somebody has acted on the run since, it is a new request.
    internal static bool HasDone(RepairRun run, Job job) => run.Acts[^1] is { Kind: not "plan" } last && last.IsOf(job);

    private static Refusal? WhyNot(BookMonth month, RepairRun run) => run.State switch
    {
        RepairRunState.Undone => Refusals.RunUndone(run.Run),
        RepairRunState.Applied => Refusals.RunApplied(run.Run),
        _ when month.Head.IsSealed => Refusals.MonthSealed(month.Period),
        _ when month.Head.Revision != run.Revision => Refusals.RevisionMoved(month.Period, run.Revision, month.Head.Revision),
        _ => null,
    };
}
