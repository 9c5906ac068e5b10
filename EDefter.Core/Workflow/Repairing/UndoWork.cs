using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>The job that takes an applied run back, whole or in part. What the ERP sent since is never overwritten.</summary>
public sealed class UndoWork(RepairRuns runs, MonthVouchers monthVouchers, BeforeImages befores, RepairSettings settings, RepairCommit commit, TimeProvider clock) : IJobWork
{
    public const string KindWord = "repair-undo";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<UndoRequest>(job.Request);
        var asked = await runs.FindAsync(job, request.Period, request.Run, cancellationToken);
        if (asked.IsRefused)
            return asked.Refusal;
        var (month, run) = asked.Value;
        if (ApplyWork.HasDone(run.Value, job))
            return await commit.EndAsync(month, run.Value.Acts[^1].Changes, leftOut: [], progress, cancellationToken);
        if (run.Value.State != RepairRunState.Applied || await runs.ReadStandingAsync(month.Book.Id, run.Value, cancellationToken) is not { } standing)
            return run.Value.State == RepairRunState.Undone ? Refusals.RunUndone(request.Run) : Refusals.NotApplied(request.Run);
        var undo = await ReadUndoAsync(month, run.Value, standing, request, cancellationToken);
        if (undo.IsRefused)
            return RepairCommit.RefusalOf(undo.Refusal);
        var refusal = month.Head.IsSealed ? Refusals.MonthSealed(month.Period) : await UndoAsync(job, month, run, undo.Value, progress, cancellationToken);
        if (refusal is not null && !await runs.HasDoneAsync(month, request.Run, job, cancellationToken))
        {
            await WithdrawAsync(job, month, run.Value, undo.Value.Settings, cancellationToken);
            return refusal;
        }

        return await commit.EndAsync(month, undo.Value.Undone.Count, leftOut: [], progress, cancellationToken);
    }

    /// <summary>Names that a delivery took out of the chart before it died stand there again, unless the run was undone all the same.</summary>
    public async Task BrokenOffAsync(Job job, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<UndoRequest>(job.Request);
        if (await runs.FindBegunAsync(job, request.Period, request.Run, cancellationToken) is not { } begun || await runs.ReadStandingAsync(begun.Month.Book.Id, begun.Run.Value, cancellationToken) is not { } standing)
            return;
        if (await ReadUndoAsync(begun.Month, begun.Run.Value, standing, request, cancellationToken) is { IsRefused: false } undo)
            await WithdrawAsync(job, begun.Month, begun.Run.Value, undo.Value.Settings, cancellationToken);
    }

    private async Task<RepairOutcome<RepairUndo>> ReadUndoAsync(BookMonth month, RepairRun run, Acceptance standing, UndoRequest request, CancellationToken cancellationToken)
    {
        var plan = await runs.ReadPlanAsync(month.Book.Id, run, cancellationToken);
        var applied = RepairApplier.Accept(plan, standing);
        return applied.IsRefused ? throw new InvalidDataException($"The run {run.Run} does not fit its plan.") : RepairUndo.Of(applied.Value, request.Changes);
    }

    private async Task<Refusal?> UndoAsync(Job job, BookMonth month, Versioned<RepairRun> run, RepairUndo undo, JobProgress progress, CancellationToken cancellationToken)
    {
        await progress.ReportAsync("Bakım geri alınıyor", 0, undo.VoucherIds.Count, cancellationToken);
        var images = await befores.ReadAsync(month.Book.Id, run.Value, cancellationToken);
        var current = await monthVouchers.ReadAsync(month, undo.VoucherIds, cancellationToken);
        var restored = new List<Voucher>();
        var changed = new List<string>();
        foreach (var id in undo.VoucherIds)
        {
            if (current.TryGetValue(id, out var voucher) && undo.Restore(voucher, images[id]) is { IsRefused: false } outcome)
                restored.Add(outcome.Value!);
            else
                changed.Add(id);
        }

        if (changed.Count > 0)
            return Refusals.ChangedSince(changed);
        var asking = job.Asking;
        // Before anything is taken back: what is found half-done after a crash was begun by this asking.
        await runs.KeepStandingAsync(month.Book.Id, run.Value, asking, undo.Remaining.ToAcceptance(), cancellationToken);
        if (await settings.TakeBackAsync(job.Company, undo.Settings, cancellationToken) is { } refused)
            return refused;
        var act = new RepairAct("undo", job.Actor.By, clock.GetUtcNow(), undo.Undone.Count, asking);
        var isWhole = undo.Remaining.Changes.Count == 0;
        var after = run.Value with
        {
            State = isWhole ? RepairRunState.Undone : RepairRunState.Applied,
            Standing = isWhole ? null : asking,
            Acts = [.. run.Value.Acts, act],
        };
        return await commit.CommitAsync(month, CommitKind.Undo, job.Actor, restored, run, after, cancellationToken);
    }

    // Refused at the last step, or by a delivery after one that died before it: chart and profile stand again as the run made them, unless another asking has undone them.
    private async Task WithdrawAsync(Job job, BookMonth month, RepairRun run, SettingsChanges changes, CancellationToken cancellationToken)
    {
        if (changes.IsEmpty || !await runs.HasBegunAsync(month.Book.Id, run, job.Asking, cancellationToken))
            return;
        if (await runs.FindAsync(month, run.Run, cancellationToken) is { Value: var standing } && standing.Standing == run.Standing && standing.State == RepairRunState.Applied)
            await settings.MakeAsync(job.Company, changes, cancellationToken);
    }
}
