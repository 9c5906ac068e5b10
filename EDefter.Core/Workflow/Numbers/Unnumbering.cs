using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>Takes a month's numbers back. Archives made of them stay in the shelf, marked as no longer current.</summary>
public sealed class Unnumbering(MonthFinder months, MonthOverview overview, IVoucherLog log, HookBell bell, TimeProvider clock)
{
    public async Task<Outcome<MonthView>> RunAsync(string company, string branch, string period, Actor actor, long? revision, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(actor.By))
            return Refusals.MissingBy();
        var found = await months.FindAsync(company, branch, period, cancellationToken);
        if (found.IsRefused)
            return found.Refusal;
        var month = found.Value;
        var changed = await log.ChangeHeadAsync(
            new HeadChange
            {
                Book = month.Book.Id,
                Year = month.Year,
                Period = month.Period,
                Kind = CommitKind.Unnumber,
                Actor = actor,
                At = clock.GetUtcNow(),
                Decide = heads =>
                {
                    if (revision is { } expected && heads.GetValueOrDefault(month.Period)?.Revision is { } actual && actual != expected)
                        return Refusals.PreconditionFailed(month.Period, expected, actual);
                    return NumberGate.WhyNotUnnumber(month.Period, heads) is { } refusal
                        ? refusal
                        : heads[month.Period].Moved() with { Numbering = null, Archives = [] };
                },
            },
            cancellationToken);
        if (changed.IsRefused)
            return changed.Refusal;
        await bell.RingAsync(company, cancellationToken);
        return await overview.MonthAsync(company, branch, period, cancellationToken);
    }
}
