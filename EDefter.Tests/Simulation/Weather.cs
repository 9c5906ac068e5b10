namespace EDefter.Tests.Simulation;

/// <summary>How unkind the storage and the machines are. The seed draws it: some worlds have nothing but people who come at once.</summary>
internal sealed class Weather
{
    private readonly Random random;
    private readonly double faults;
    private readonly double deaths;

    public Weather(Random random)
    {
        this.random = random;
        (faults, deaths) = random.Next(4) switch
        {
            0 => (0, 0),
            1 => (0.02, 0),
            2 => (0.004, 0.003),
            _ => (0.01, 0.01),
        };
        TornPages = random.Next(3) == 0;
        Lease = TimeSpan.FromSeconds(random.Next(2) == 0 ? 40 : 600);
    }

    /// <summary>The faults have stopped.</summary>
    public bool IsCalm { get; set; }

    /// <summary>A listing may come in pages with other people's acts in between, however short it is.</summary>
    public bool TornPages { get; }

    /// <summary>How long a message is hidden for who took it; nobody renews it, so slow work is done twice at once.</summary>
    public TimeSpan Lease { get; }

    /// <summary>The way to the storage and back.</summary>
    public TimeSpan Latency() => IsCalm ? TimeSpan.FromMilliseconds(5) : random.Next(1000) switch
    {
        < 930 => TimeSpan.FromMilliseconds(1 + random.Next(20)),
        < 990 => TimeSpan.FromMilliseconds(100 + random.Next(5_000)),
        < 999 => TimeSpan.FromSeconds(10 + random.Next(200)),
        _ => TimeSpan.FromMinutes(10 + random.Next(120)),
    };

    public Mishap Next(bool isWrite)
    {
        var drawn = random.NextDouble();
        if (IsCalm || drawn >= faults + deaths)
            return Mishap.None;
        if (drawn >= faults)
            return isWrite && random.Next(2) == 0 ? Mishap.DeathAfter : Mishap.DeathBefore;
        return random.Next(isWrite ? 3 : 1) switch
        {
            0 => Mishap.LostBefore,
            1 => Mishap.LostAfter,
            _ => Mishap.SentTwice,
        };
    }
}
