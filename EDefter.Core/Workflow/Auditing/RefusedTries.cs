namespace EDefter.Core.Workflow.Auditing;

/// <summary>
/// Counts what was refused at the door and records it every minute, each kind of try with its count: a stranger who knocks a million times writes one line a minute, and none of his requests
/// costs a write. What the last minute of a process that was killed counted is lost; nothing was done in it.
/// </summary>
public sealed class RefusedTries(AuditTrail trail, TimeProvider clock)
{
    // Strangers can make companies up; behind this many kinds they are told without their company.
    private const int KindsMost = 1_000;

    private readonly Lock gate = new();
    private Dictionary<RefusedTry, Tally> tallies = [];

    public void Add(RefusedTry tried)
    {
        var now = clock.GetUtcNow();
        Add(tried, new Tally(1, now, now));
    }

    /// <summary>Records what was counted. What cannot be recorded stays counted.</summary>
    public async Task RecordAsync(CancellationToken cancellationToken)
    {
        Dictionary<RefusedTry, Tally> counted;
        lock (gate)
            (counted, tallies) = (tallies, []);
        var byTrail = new Dictionary<RefusedTry, Tally>();
        try
        {
            foreach (var (tried, tally) in counted)
            {
                var known = tried.Company is { } company && !await trail.ExistsAsync(company, cancellationToken) ? tried with { Company = null } : tried;
                byTrail[known] = byTrail.TryGetValue(known, out var sum) ? sum.And(tally) : tally;
                counted.Remove(tried);
            }

            await Task.WhenAll(byTrail.ToArray().Select(async counted =>
            {
                await trail.AppendAsync(counted.Key.Company, EntryOf(counted.Key, counted.Value), cancellationToken);
                lock (byTrail)
                    byTrail.Remove(counted.Key);
            }));
        }
        finally
        {
            foreach (var (tried, tally) in counted.Concat(byTrail))
                Add(tried, tally);
        }
    }

    private void Add(RefusedTry tried, Tally tally)
    {
        lock (gate)
        {
            if (!tallies.ContainsKey(tried) && tallies.Count >= KindsMost)
                tried = tried with { Company = null, Key = null, Role = null };
            tallies[tried] = tallies.TryGetValue(tried, out var sum) ? sum.And(tally) : tally;
        }
    }

    private static AuditEntry EntryOf(RefusedTry tried, Tally tally) => new()
    {
        At = tally.Last,
        Since = tally.Count > 1 ? tally.First : null,
        Act = tried.Act,
        Route = tried.Route,
        Key = tried.Key,
        Role = tried.Role,
        Outcome = AuditOutcome.Refused,
        Status = tried.Status,
        Reason = tried.Reason,
        Counts = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["tries"] = tally.Count },
    };

    private sealed record Tally(long Count, DateTimeOffset First, DateTimeOffset Last)
    {
        public Tally And(Tally other) => new(Count + other.Count, First < other.First ? First : other.First, Last > other.Last ? Last : other.Last);
    }
}
