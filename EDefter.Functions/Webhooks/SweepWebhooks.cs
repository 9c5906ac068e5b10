using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Webhooks;

/// <summary>Every minute: has every company with webhooks looked at, so that nothing depends on a message that was lost.</summary>
public sealed class SweepWebhooks(HookRounds rounds)
{
    [Function(nameof(SweepWebhooks))]
    [Unaudited("each delivery is kept beside its event")]
    public Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        _ = timer;
        return rounds.AskAllAsync(cancellationToken);
    }
}
