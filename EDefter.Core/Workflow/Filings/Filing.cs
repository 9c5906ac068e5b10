using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;

namespace EDefter.Core.Workflow.Filings;

/// <summary>Says that a month's berat was filed, which is final, or that it was deleted at the authority before the deadline.</summary>
public sealed class Filing(MonthFinder months, MonthOverview overview, Numbers.NumberGuard guard, IVoucherLog log, HookBell bell, TimeProvider clock)
{
    public Task<Outcome<MonthView>> FileAsync(string company, string branch, string period, string? reference, Actor actor, long? revision, CancellationToken cancellationToken) =>
        ChangeAsync(company, branch, period, actor, revision, CommitKind.File, (month, head) => head switch
        {
            { Filed: not null } => Numbers.NumberGate.FiledRefusal(month.Period),
            { Numbering: null } => Refusals.NotNumbered(month.Period),
            { Archives.Count: 0, Numbering.Numbers.Vouchers: > 0 } => Refusals.NotArchived(month.Period),
            _ => head with { Filed = new FiledStamp(actor.By, clock.GetUtcNow(), reference) },
        }, cancellationToken);

    public Task<Outcome<MonthView>> RevokeAsync(string company, string branch, string period, string? reason, Actor actor, long? revision, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return Task.FromResult<Outcome<MonthView>>(Refusals.InvalidBody("Beratın neden geri alındığı (reason) yazılmalıdır."));
        return ChangeAsync(company, branch, period, actor, revision, CommitKind.Revoke, (month, head) => head.Filed is null
            ? Refusals.NotFiled(month.Period)
            : head with { Filed = null, Revocations = [.. head.Revocations, new RevocationStamp(actor.By, clock.GetUtcNow(), reason)] }, cancellationToken);
    }

    private async Task<Outcome<MonthView>> ChangeAsync(string company, string branch, string period, Actor actor, long? revision, CommitKind kind, Func<BookMonth, MonthHead, Outcome<MonthHead>> decide, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(actor.By))
            return Refusals.MissingBy();
        var found = await months.FindAsync(company, branch, period, cancellationToken);
        if (found.IsRefused)
            return found.Refusal;
        var month = found.Value;
        // What is filed is final: the last moment to see that the numbers are not those that were given.
        if (kind == CommitKind.File && month.Head is { Numbering: not null, Filed: null } && await guard.LookAsync(month, month.Period, cancellationToken) is { } broken)
            return broken;
        var changed = await log.ChangeHeadAsync(
            new HeadChange
            {
                Book = month.Book.Id,
                Year = month.Year,
                Period = month.Period,
                Kind = kind,
                Actor = actor,
                At = clock.GetUtcNow(),
                Decide = heads =>
                {
                    var head = heads.GetValueOrDefault(month.Period) ?? BookMonth.Untouched(month.Period);
                    if (revision is { } expected && expected != head.Revision)
                        return Refusals.PreconditionFailed(month.Period, expected, head.Revision);
                    var decided = decide(month, head);
                    return decided.IsRefused ? decided : decided.Value.Moved();
                },
            },
            cancellationToken);
        if (changed.IsRefused)
            return changed.Refusal;
        await bell.RingAsync(company, cancellationToken);
        return await overview.MonthAsync(company, branch, period, cancellationToken);
    }
}
