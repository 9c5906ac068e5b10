using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>
/// The one thread and the one clock of a simulated world. Whoever asks the storage waits for an event; the events happen in order of their
/// virtual time, which the seed draws. The same seed is the same world, to the last byte.
/// </summary>
/// <remarks>
/// Awaits of the application continue in <see cref="Post"/>, in order. Events are raised without a context, so that what the framework awaits
/// without one (GZip over a blob, say) goes on in place and not on a pool's thread.
/// </remarks>
internal sealed class Schedule(DateTimeOffset start) : SynchronizationContext
{
    // Far more than any world needs: more is a loop without an end.
    private const int EventsMax = 200_000;

    private readonly PriorityQueue<(Action Raise, object? Owner), (DateTimeOffset At, long Order)> events = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> ready = [];
    private readonly HashSet<object> gone = [];
    private readonly int thread = Environment.CurrentManagedThreadId;
    private long order;
    private int raised;
    private Exception? broken;

    public DateTimeOffset Now { get; private set; } = start.ToUniversalTime();

    /// <summary>Events so far.</summary>
    public int Raised => raised;

    /// <summary>Something happens after a while, unless its owner is gone by then.</summary>
    public void Raise(TimeSpan after, object? owner, Action action) => events.Enqueue((action, owner), (Now + after, order++));

    /// <summary>Ends after a while, or never when its owner is gone by then.</summary>
    public Task PassAsync(TimeSpan time, object? owner = null)
    {
        var passed = new TaskCompletionSource();
        Raise(time, owner, passed.SetResult);
        return passed.Task;
    }

    /// <summary>Nothing of the owner's happens any more.</summary>
    public void Forget(object owner) => gone.Add(owner);

    /// <summary>Ends the world: a law does not hold. For whoever would be heard by nobody else, or by the application.</summary>
    public void Break(Exception law) => broken ??= law;

    /// <summary>Runs the world until the task has ended.</summary>
    public void Run(Func<Task> life)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            var living = life();
            while (Continue() && !living.IsCompleted)
                RaiseNext();
            living.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        Assert.True(Environment.CurrentManagedThreadId == thread, "the simulated world has left its thread");
        ready.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    private bool Continue()
    {
        while (ready.TryDequeue(out var next))
            next.Callback(next.State);
        if (broken is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(broken);
        return true;
    }

    private void RaiseNext()
    {
        Assert.True(events.TryDequeue(out var next, out var when), "everybody waits for somebody");
        Assert.True(++raised < EventsMax, "the world does not come to an end");
        Now = when.At;
        if (next.Owner is not null && gone.Contains(next.Owner))
            return;
        SetSynchronizationContext(null);
        next.Raise();
        SetSynchronizationContext(this);
    }
}
