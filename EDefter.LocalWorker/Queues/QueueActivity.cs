namespace EDefter.LocalWorker.Queues;

/// <summary>Wakes listeners that pause before an empty queue, because something has just happened that may have filled it.</summary>
internal sealed class QueueActivity
{
    // What was begun needs a moment until it has sent something, and what happens in that moment is looked for once.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(15);

    private TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Wake() => Interlocked.Exchange(ref woken, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Pauses, but not longer than until the next wake; says whether it was woken.</summary>
    public async Task<bool> PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var wake = Volatile.Read(ref woken).Task;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(wake, Task.Delay(pause, ended.Token));
        await ended.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (first != wake)
            return false;
        await Task.Delay(Settling, cancellationToken);
        return true;
    }
}
