using EDefter.Core.Repairs;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>Where Muhasebe Bakım is asked for: a plan, its applying, its undoing.</summary>
public sealed class RepairDesk(MonthFinder months, JobDesk jobs)
{
    public async Task<Outcome<Job>> AskPlanAsync(string company, string branch, string period, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        return month.Value.Head.IsSealed
            ? Refusals.MonthSealed(month.Value.Period)
            : await jobs.AskAsync(PlanWork.KindWord, month.Value, new PlanRequest(month.Value.Period), actor, idempotencyKey, cancellationToken);
    }

    public async Task<Outcome<Job>> AskApplyAsync(string company, string branch, string period, string run, Acceptance accept, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var month = await FindForActAsync(company, branch, period, actor, cancellationToken);
        return month.IsRefused
            ? month.Refusal
            : await jobs.AskAsync(ApplyWork.KindWord, month.Value, new ApplyRequest(month.Value.Period, run, accept), actor, idempotencyKey, cancellationToken);
    }

    public async Task<Outcome<Job>> AskUndoAsync(string company, string branch, string period, string run, IReadOnlyList<int>? changes, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var month = await FindForActAsync(company, branch, period, actor, cancellationToken);
        return month.IsRefused
            ? month.Refusal
            : await jobs.AskAsync(UndoWork.KindWord, month.Value, new UndoRequest(month.Value.Period, run, changes), actor, idempotencyKey, cancellationToken);
    }

    private async Task<Outcome<BookMonth>> FindForActAsync(string company, string branch, string period, Actor actor, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(actor.By) ? Refusals.MissingBy() : await months.FindAsync(company, branch, period, cancellationToken);
}
