using EDefter.Core.Workflow;

namespace EDefter.Functions.Gate.Limits;

/// <summary>How often one key, or one person who signed in, may come to this instance.</summary>
public sealed class CallerLimit(AccessPaces paces, TimeProvider clock)
{
    private readonly PaceBook? book = paces.Callers is { } pace ? new PaceBook(pace, clock) : null;

    /// <param name="keyId">Who comes.</param>
    /// <param name="cost">How much of a request it counts for.</param>
    public Refusal? RefusalFor(string keyId, double cost)
    {
        if (book is null)
            return null;
        var wait = book.Take(keyId, cost);
        return wait == TimeSpan.Zero ? null : Refusals.TooManyRequests(paces.Callers!.PerMinute, RetryAfter.Seconds(wait));
    }
}
