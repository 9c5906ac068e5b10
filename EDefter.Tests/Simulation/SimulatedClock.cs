namespace EDefter.Tests.Simulation;

/// <summary>The schedule's time as the application sees it; its delays are events.</summary>
internal sealed class SimulatedClock(Schedule schedule) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => schedule.Now;

    public override long GetTimestamp() => schedule.Now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(schedule, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(Schedule schedule, TimerCallback callback, object? state) : ITimer
    {
        // A change makes what was raised before a thing of the past.
        private int changes;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var mine = ++changes;
            if (dueTime != Timeout.InfiniteTimeSpan)
                schedule.Raise(dueTime, owner: null, () => Ring(mine, period));
            return true;
        }

        public void Dispose() => changes++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring(int mine, TimeSpan period)
        {
            if (mine != changes)
                return;
            if (period != Timeout.InfiniteTimeSpan && period > TimeSpan.Zero)
                Change(period, period);
            callback(state);
        }
    }
}
