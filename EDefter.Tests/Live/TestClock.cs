namespace EDefter.Tests.Live;

/// <summary>Real time that passes as it does, counted from a day of the test's choice.</summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private volatile Origin origin = new(start, System.GetTimestamp());

    public override DateTimeOffset GetUtcNow() => (origin.Start + System.GetElapsedTime(origin.Began)).ToUniversalTime();

    /// <summary>Goes on from another instant.</summary>
    public void MoveTo(DateTimeOffset instant) => origin = new Origin(instant, System.GetTimestamp());

    private sealed record Origin(DateTimeOffset Start, long Began);
}
