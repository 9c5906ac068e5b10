using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Webhooks;

/// <summary>Something happened at a company (<c>{company}</c>), or a webhook has something to send (<c>{company}/{hook}</c>).</summary>
public sealed class TellWebhooks(HookRounds rounds, HookPump pump)
{
    [Function(nameof(TellWebhooks))]
    [Unaudited("each delivery is kept beside its event")]
    public Task RunAsync([QueueTrigger("webhooks")] string message, CancellationToken cancellationToken) =>
        message.Split('/') is [var company, var hook] ? pump.RunAsync(company, hook, cancellationToken) : rounds.LookAsync(message, cancellationToken);
}
