using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>Rung when something was done at a company: for haste alone, because a timer looks too.</summary>
public sealed class HookBell(IWebhooks webhooks, IHookMail mail)
{
    public async Task RingAsync(string company, CancellationToken cancellationToken)
    {
        if (await webhooks.FindOutboxAsync(company, cancellationToken) is not null)
            await mail.SendAsync(company, hook: null, TimeSpan.Zero, cancellationToken);
    }
}
