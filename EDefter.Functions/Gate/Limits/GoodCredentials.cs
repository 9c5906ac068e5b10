namespace EDefter.Functions.Gate.Limits;

/// <summary>Hashes of keys and tokens that were found good within the last hour. Bounded: more than the most are not remembered, and stand in line like strangers.</summary>
internal sealed class GoodCredentials(TimeProvider clock, int most = 10_000)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> since = new(StringComparer.Ordinal);

    public bool Has(string hash)
    {
        lock (gate)
            return since.TryGetValue(hash, out var found) && clock.GetElapsedTime(found) < Remembered;
    }

    public void Add(string hash)
    {
        lock (gate)
        {
            if (since.Count >= most)
            {
                foreach (var old in since.Where(one => clock.GetElapsedTime(one.Value) >= Remembered).Select(static one => one.Key).ToList())
                    since.Remove(old);
            }

            if (since.Count < most)
                since[hash] = clock.GetTimestamp();
        }
    }

    public void Forget(string hash)
    {
        lock (gate)
            since.Remove(hash);
    }
}
