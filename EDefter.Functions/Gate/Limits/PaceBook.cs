namespace EDefter.Functions.Gate.Limits;

/// <summary>
/// Token buckets by name, each kept as one instant: when it will be full again. A full bucket is not kept at all, so forgetting one changes nothing, and memory is bounded:
/// beyond the most names, newcomers share one bucket until others are full.
/// </summary>
/// <param name="pace">How fast buckets fill, and how much they hold.</param>
/// <param name="clock">Its timestamps count, which no correction of the time of day sets back.</param>
/// <param name="namesMost">How many names are told apart.</param>
public sealed class PaceBook(Pace pace, TimeProvider clock, int namesMost = 10_000)
{
    private const string EverybodyElse = "";

    private readonly double ticksEach = clock.TimestampFrequency * 60.0 / pace.PerMinute;
    private readonly Dictionary<string, double> fullAt = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private double sweptAt = double.NegativeInfinity;

    /// <summary>How many names are kept at the moment.</summary>
    public int Names
    {
        get
        {
            lock (gate)
                return fullAt.Count;
        }
    }

    /// <summary>Takes out of a bucket, if it holds as much.</summary>
    /// <param name="name">Whose bucket.</param>
    /// <param name="cost">How much; one is a request.</param>
    /// <returns>Zero when it was taken; otherwise how long it takes until there is as much, and nothing was taken.</returns>
    public TimeSpan Take(string name, double cost = 1)
    {
        lock (gate)
        {
            double now = clock.GetTimestamp();
            var kept = KeptName(name, now);
            var full = Math.Max(fullAt.GetValueOrDefault(kept, now), now) + (cost * ticksEach);
            var missing = full - now - (pace.Burst * ticksEach);
            // What sums of fractions are off by must not send anybody away.
            if (missing > ticksEach / 1000)
                return TimeSpan.FromSeconds(missing / clock.TimestampFrequency);
            fullAt[kept] = full;
            return TimeSpan.Zero;
        }
    }

    /// <summary>Puts one back that was taken.</summary>
    public void GiveBack(string name)
    {
        lock (gate)
        {
            var kept = fullAt.ContainsKey(name) ? name : EverybodyElse;
            if (fullAt.TryGetValue(kept, out var full))
                fullAt[kept] = full - ticksEach;
        }
    }

    private string KeptName(string name, double now)
    {
        if (fullAt.Count < namesMost || fullAt.ContainsKey(name))
            return name;
        // Once a second at most, so that a flood of names costs no more than its requests.
        if (now - sweptAt >= clock.TimestampFrequency)
        {
            sweptAt = now;
            foreach (var rested in fullAt.Where(bucket => bucket.Value <= now).Select(static bucket => bucket.Key).ToList())
                fullAt.Remove(rested);
        }

        return fullAt.Count < namesMost ? name : EverybodyElse;
    }
}
