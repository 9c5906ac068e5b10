using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;

namespace EDefter.Functions.Gate.Limits;

/// <summary>
/// How often one client address may show keys and tokens that turn out to be nobody's. An address that guessed too often is sent away before anything is looked up, so it learns
/// nothing more, with one exception: what was found good here within the hour passes, so that a wrong key in one program of an office does not lock out its other people.
/// </summary>
public sealed class GuessLimit(AccessPaces paces, TimeProvider clock)
{
    private readonly PaceBook? book = paces.Guesses is { } pace ? new PaceBook(pace, clock) : null;
    private readonly GoodCredentials good = new(clock);

    /// <param name="address">Where the request comes from.</param>
    /// <param name="shown">The key or token; kept only as its hash, and only when it is good.</param>
    /// <param name="judge">Finds out whose it is.</param>
    public async Task<Outcome<Recognised>> JudgeAsync(string address, string shown, Func<Task<Outcome<Recognised>>> judge)
    {
        if (book is null)
            return await judge();
        var hash = ContentHash.Of(shown);
        if (good.Has(hash))
        {
            var again = await judge();
            if (again.IsRefused)
                good.Forget(hash);
            return again;
        }

        // Taken first and given back, so that many guesses at the same time are not one.
        var wait = book.Take(address);
        if (wait > TimeSpan.Zero)
            return Refusals.TooManyGuesses(RetryAfter.Seconds(wait));
        var wasGuess = false;
        try
        {
            var found = await judge();
            wasGuess = found.Refusal?.Type == Refusals.UnauthenticatedType;
            if (!found.IsRefused)
                good.Add(hash);
            return found;
        }
        finally
        {
            if (!wasGuess)
                book.GiveBack(address);
        }
    }
}
