using Azure.Storage.Queues;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Webhooks;

/// <summary>Queue <c>webhooks</c>: <c>{company}</c>, or <c>{company}/{hook}</c>.</summary>
internal sealed class QueueHookMail(QueueServiceClient queues, StorageSetup setup) : IHookMail
{
    // Nothing but haste is lost with it.
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    public async Task SendAsync(string company, string? hook, TimeSpan delay, CancellationToken cancellationToken)
    {
        await setup.ReadyAsync(cancellationToken);
        await queues.GetQueueClient(StorageNames.WebhooksQueue).SendMessageAsync(hook is null ? company : $"{company}/{hook}", delay, Life, cancellationToken);
    }
}
