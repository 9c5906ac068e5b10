namespace EDefter.Functions.Sample;

/// <summary>SplitMix64: a small seeded generator whose numbers are the same on every machine and runtime, as a checked-in sample needs.</summary>
public sealed class SampleRandom(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>0 … <paramref name="bound"/> − 1.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>Both ends included.</summary>
    public long Between(long least, long most) => least + (long)(Next() % (ulong)(most - least + 1));

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> among) => among[Below(among.Count)];

    /// <summary>An amount in kuruş between two amounts in whole lira; two of three end in round lira, as prices do.</summary>
    public long Kurus(long leastLira, long mostLira) => Below(3) > 0 ? Between(leastLira, mostLira - 1) * 100 : Between(leastLira * 100, mostLira * 100);
}
