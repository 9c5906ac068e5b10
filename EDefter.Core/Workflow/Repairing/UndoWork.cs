using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>The job that takes an applied run back, whole or in part. What the ERP sent since is never overwritten.</summary>
public sealed class UndoWork(BookFinder books, MonthFinder months, RepairRuns runs, MonthVouchers monthVouchers, BeforeImages befores, RepairCommit commit, TimeProvider clock) : IJobWork
{
    public const string KindWord = "repair-undo";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var request = WireJson.Read<UndoRequest>(job.Request);
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var found = await months.FindAsync(book.Value, request.Period, cancellationToken);
        if (found.IsRefused)
            return found.Refusal;
        var month = found.Value;
        if (await runs.FindAsync(month, request.Run, cancellationToken) is not { } run)
            return Refusals.UnknownRun(request.Run);
        if (ApplyWork.HasDone(run.Value, job))
            return await commit.EndAsync(month, run.Value.Acts[^1].Changes, leftOut: [], progress, cancellationToken);
        if (run.Value.State != RepairRunState.Applied || await runs.ReadStandingAsync(month.Book.Id, run.Value, cancellationToken) is not { } standing)
            return run.Value.State == RepairRunState.Undone ? Refusals.RunUndone(request.Run) : Refusals.NotApplied(request.Run);
        if (month.Head.IsSealed)
            return Refusals.MonthSealed(month.Period);
        var plan = await runs.ReadPlanAsync(month.Book.Id, run.Value, cancellationToken);
        var applied = RepairApplier.Accept(plan, standing);
        if (applied.IsRefused)
            throw new InvalidDataException($"The run {request.Run} does not fit its plan.");
        var undo = RepairUndo.Of(applied.Value, request.Changes);
        if (undo.IsRefused)
            return RepairCommit.RefusalOf(undo.Refusal);
        if (await UndoAsync(job, month, run, undo.Value, progress, cancellationToken) is { } failed && !await runs.HasDoneAsync(month, request.Run, job, cancellationToken))
            return failed;
        return await commit.EndAsync(month, undo.Value.Undone.Count, leftOut: [], progress, cancellationToken);
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
        if (undo.TouchesChart && await commit.ChangeChartAsync(job.Company, chart => chart is null ? null : RestoreOnce(undo, chart), cancellationToken) is { } refused)
            return refused;
        var asking = RepairAct.AskingOf(job);
        var act = new RepairAct("undo", job.Actor.By, clock.GetUtcNow(), undo.Undone.Count, asking);
        var isWhole = undo.Remaining.Changes.Count == 0;
        if (!isWhole)
            await runs.KeepStandingAsync(month.Book.Id, run.Value, asking, undo.Remaining.ToAcceptance(), cancellationToken);
        var after = run.Value with
        {
            State = isWhole ? RepairRunState.Undone : RepairRunState.Applied,
            Standing = isWhole ? null : asking,
            Acts = [.. run.Value.Acts, act],
        };
        return await commit.CommitAsync(month, CommitKind.Undo, job.Actor, restored, run, after, cancellationToken);
    }

    // A process that died after the chart and before the vouchers has already taken the names back.
    private static RepairOutcome<Companies.ChartOfAccounts>? RestoreOnce(RepairUndo undo, Companies.ChartOfAccounts chart)
    {
        var isRestored = undo.Undone.Where(change => change.Target == Rules.RuleTarget.Chart)
            .All(change => !chart.Accounts.Any(account => string.Equals(RepairChart.FieldOf(account.Code), change.Field, StringComparison.Ordinal) && string.Equals(account.Name, change.After, StringComparison.Ordinal)));
        return isRestored ? (RepairOutcome<Companies.ChartOfAccounts>?)null : undo.RestoreChart(chart);
    }
}
