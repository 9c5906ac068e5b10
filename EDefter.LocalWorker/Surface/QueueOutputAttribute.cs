using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The value becomes a message (Base64) of a storage queue; an array becomes one message per element; null sends nothing.</summary>
/// <param name="queueName">The queue's name, or <c>%Setting%</c>.</param>
public sealed class QueueOutputAttribute(string queueName) : OutputBindingAttribute
{
    public string QueueName { get; } = queueName;

    /// <summary>The setting that holds the connection string; unset: <c>AzureWebJobsStorage</c>.</summary>
    public string? Connection { get; set; }
}
