namespace EDefter.Functions.Gate.Limits;

/// <summary>How often something may happen: so many at once, and so many a minute in the long run.</summary>
/// <param name="PerMinute">In the long run; at least 1.</param>
/// <param name="Burst">At once, after a rest; at least 1.</param>
public sealed record Pace(int PerMinute, int Burst);
