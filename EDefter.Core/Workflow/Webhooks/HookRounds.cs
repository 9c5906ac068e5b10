using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>Looks what happened, and sends word for each hook that has something to send.</summary>
public sealed class HookRounds(IWebhooks webhooks, EventOutbox outbox, IHookMail mail, TimeProvider clock)
{
    /// <summary>Sends word for each company that has hooks: what a dead process left behind is found so. One message each, so that trouble with one company is no other's.</summary>
    /// <returns>How many companies.</returns>
    public async Task<int> AskAllAsync(CancellationToken cancellationToken)
    {
        var asked = 0;
        await foreach (var company in webhooks.ListCompaniesAsync(cancellationToken))
        {
            if (!await webhooks.ListAsync(company, cancellationToken).AnyAsync(static hook => hook.DeletedAt is null, cancellationToken))
                continue;
            await mail.SendAsync(company, hook: null, TimeSpan.Zero, cancellationToken);
            asked++;
        }

        return asked;
    }

    /// <summary>Gathers what happened at a company.</summary>
    /// <returns>How many hooks of the company have something to send.</returns>
    public async Task<int> LookAsync(string company, CancellationToken cancellationToken)
    {
        if (await outbox.GatherAsync(company, cancellationToken) is not { } gathered)
            return 0;
        var due = 0;
        await foreach (var hook in webhooks.ListAsync(company, cancellationToken))
        {
            if (hook.DeletedAt is not null || !hook.Active || !await IsDueAsync(company, hook, gathered.Last, cancellationToken))
                continue;
            await mail.SendAsync(company, hook.Id, TimeSpan.Zero, cancellationToken);
            due++;
        }

        return due;
    }

    private async Task<bool> IsDueAsync(string company, Hook hook, long last, CancellationToken cancellationToken)
    {
        var state = (await webhooks.FindStateAsync(company, hook.Id, cancellationToken))?.Value;
        var now = clock.GetUtcNow();
        if (state is null || state.LeaseUntil > now)
            return false;
        return state.Begun is not null || (state.After < last && !(state.NextAt > now)) || await webhooks.FindAskedAsync(company, hook.Id, cancellationToken) is not null;
    }
}
