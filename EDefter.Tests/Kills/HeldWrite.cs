namespace EDefter.Tests.Kills;

/// <summary>A write that waits on its way to the storage until others have come before it.</summary>
internal sealed class HeldWrite(Func<StorageWrite, bool> which)
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int held;

    /// <summary>Ends when it is there and waits.</summary>
    public Task Arrived => arrived.Task;

    public void Release() => released.TrySetResult();

    /// <summary>The first such write waits; whatever is tried after it passes.</summary>
    internal Task PassAsync(StorageWrite write)
    {
        if (!which(write) || Interlocked.Exchange(ref held, 1) == 1)
            return Task.CompletedTask;
        arrived.TrySetResult();
        return released.Task;
    }
}
