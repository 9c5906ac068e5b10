using Azure.Storage.Queues.Models;

namespace EDefter.LocalWorker.Queues;

/// <summary>Keeps a message hidden while it is worked on, and knows the receipt that is valid at the moment.</summary>
internal sealed class MessageLease : IAsyncDisposable
{
    // A renewal that comes late by most of a lease still comes in time: what is handed out again while it is worked on is done twice, and five times is once too often.
    private const int RenewalsInLease = 4;

    private readonly TriggerQueue queue;
    private readonly QueueMessage message;
    private readonly CancellationTokenSource ended = new();
    private readonly Task renewing;

    public MessageLease(TriggerQueue queue, QueueMessage message)
    {
        this.queue = queue;
        this.message = message;
        Receipt = message.PopReceipt;
        renewing = RenewAsync();
    }

    public string Receipt { get; private set; }

    /// <summary>Stops renewing, so that the receipt no longer changes.</summary>
    /// <exception cref="Azure.RequestFailedException">A renewal failed: the message may already run elsewhere.</exception>
    public async Task EndAsync()
    {
        await ended.CancelAsync();
        await renewing;
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        // A failed renewal was reported by EndAsync.
        await renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Dispose();
    }

    private async Task RenewAsync()
    {
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(queue.Lease / RenewalsInLease, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!ended.IsCancellationRequested)
                Receipt = await queue.RenewAsync(message.MessageId, Receipt, CancellationToken.None);
        }
    }
}
