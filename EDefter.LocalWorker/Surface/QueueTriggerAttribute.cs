using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The function runs once for every message of a storage queue (at least once).</summary>
/// <param name="queueName">The queue's name, or <c>%Setting%</c>.</param>
public sealed class QueueTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    public string QueueName { get; } = queueName;

    /// <summary>The setting that holds the connection string; unset: <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}
