namespace EDefter.Core.Workflow.Webhooks;

/// <summary>When a failed event is tried again. A fixed schedule: the same failures at the same instants give the same tries.</summary>
public static class HookPace
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <summary>Tries of an event: the first and one after each pause, 23 hours in all.</summary>
    public static int TriesMost => Pauses.Length + 1;

    /// <summary>An event that waited so long behind others gets one try: a receiver that was away for weeks is not waited for a day for each event.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>The longest that a receiver's own wish is heeded.</summary>
    public static readonly TimeSpan PauseMost = TimeSpan.FromHours(12);

    /// <param name="failed">Tries that failed, from 1.</param>
    /// <param name="age">How long ago the event happened.</param>
    /// <param name="retryAfter">What the receiver asked for.</param>
    /// <returns>The pause; null: it was the last try.</returns>
    public static TimeSpan? After(int failed, TimeSpan age, TimeSpan? retryAfter)
    {
        if (failed >= TriesMost || age > Patience)
            return null;
        var pause = Pauses[failed - 1];
        var wish = retryAfter > PauseMost ? PauseMost : retryAfter;
        return wish > pause ? wish : pause;
    }
}
