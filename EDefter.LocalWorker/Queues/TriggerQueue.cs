using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using EDefter.LocalWorker.Hosting;

namespace EDefter.LocalWorker.Queues;

/// <summary>A queue and the queue for messages that were given up.</summary>
internal sealed class TriggerQueue(QueueClient queue, QueueClient poison, HostJson host, TimeSpan lease)
{
    public string Name => queue.Name;

    public TimeSpan Lease => lease;

    public Task CreateIfMissingAsync(CancellationToken cancellationToken) => queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);

    public async Task<IReadOnlyList<QueueMessage>> ReceiveAsync(int most, CancellationToken cancellationToken)
    {
        try
        {
            return (await queue.ReceiveMessagesAsync(most, lease, cancellationToken)).Value;
        }
        catch (RequestFailedException gone) when (gone.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            // Somebody deleted the queue while the program runs; it comes back.
            await CreateIfMissingAsync(cancellationToken);
            return [];
        }
    }

    /// <summary>Hides the message for another lease.</summary>
    /// <returns>The receipt that is valid from now on.</returns>
    public async Task<string> RenewAsync(string messageId, string receipt, CancellationToken cancellationToken) =>
        (await queue.UpdateMessageAsync(messageId, receipt, visibilityTimeout: lease, cancellationToken: cancellationToken)).Value.PopReceipt;

    public Task DeleteAsync(string messageId, string receipt) => queue.DeleteMessageAsync(messageId, receipt);

    /// <summary>Lets the message be tried again, after the pause that host.json asks for or at once.</summary>
    public Task ReleaseAsync(string messageId, string receipt, bool atOnce) =>
        queue.UpdateMessageAsync(messageId, receipt, visibilityTimeout: atOnce ? TimeSpan.Zero : host.VisibilityTimeout);

    public async Task GiveUpAsync(QueueMessage message, string receipt)
    {
        await poison.CreateIfNotExistsAsync();
        await poison.SendMessageAsync(message.Body, timeToLive: TimeSpan.FromSeconds(-1));
        await DeleteAsync(message.MessageId, receipt);
    }

    /// <summary>The message as its sender meant it; null when it is not in the agreed encoding.</summary>
    public byte[]? Decode(QueueMessage message)
    {
        var body = message.Body.ToArray();
        if (!host.IsBase64)
            return body;
        var decoded = new byte[System.Buffers.Text.Base64.GetMaxDecodedFromUtf8Length(body.Length)];
        var status = System.Buffers.Text.Base64.DecodeFromUtf8(body, decoded, out _, out var written);
        return status == System.Buffers.OperationStatus.Done ? decoded[..written] : null;
    }
}
