namespace EDefter.Tests.Storage;

/// <summary>The system's clock, put forward.</summary>
internal sealed class LaterTime(TimeSpan by) : TimeProvider
{
    public TimeSpan By { get; set; } = by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
}
