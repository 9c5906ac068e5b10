using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>Where numbers are asked for. What can be refused at once is refused at once; the job judges again.</summary>
public sealed class NumberDesk(MonthFinder months, JobDesk jobs)
{
    public Task<Outcome<Job>> AskPreviewAsync(string company, string branch, string period, Actor actor, string? idempotencyKey, CancellationToken cancellationToken) =>
        AskAsync(PreviewWork.KindWord, company, branch, period, actor, revision: null, order: null, idempotencyKey, cancellationToken);

    public async Task<Outcome<Job>> AskNumbersAsync(string company, string branch, string period, Actor actor, long? revision, string? order, string? idempotencyKey, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(actor.By)
            ? Refusals.MissingBy()
            : await AskAsync(NumberWork.KindWord, company, branch, period, actor, revision, order, idempotencyKey, cancellationToken);

    private async Task<Outcome<Job>> AskAsync(string kind, string company, string branch, string period, Actor actor, long? revision, string? order, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        if (revision is { } expected && expected != month.Value.Head.Revision)
            return Refusals.PreconditionFailed(month.Value.Period, expected, month.Value.Head.Revision);
        return await jobs.AskAsync(kind, month.Value, new NumberRequest(month.Value.Period, revision, order), actor, idempotencyKey, cancellationToken);
    }
}
