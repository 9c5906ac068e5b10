namespace EDefter.Tests.Gate;

/// <summary>Time of day and timestamps that pass together, when they are told to.</summary>
internal sealed class SteppedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start.ToUniversalTime();

    public SteppedClock()
        : this(new DateTimeOffset(2026, 2, 3, 9, 0, 0, TimeSpan.FromHours(3)))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public void Pass(TimeSpan time) => now += time;
}
