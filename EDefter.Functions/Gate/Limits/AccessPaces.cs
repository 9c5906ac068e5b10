using System.Globalization;

namespace EDefter.Functions.Gate.Limits;

/// <summary>How often a caller may come, and how often an address may guess. Null: as often as it likes.</summary>
/// <param name="Callers">For each key and each person who signed in.</param>
/// <param name="Guesses">For each client address: keys and tokens that are not known to be right.</param>
public sealed record AccessPaces(Pace? Callers, Pace? Guesses)
{
    private const int CallersPerMinute = 600;
    private const int CallersBurst = 200;
    private const int GuessesPerMinute = 20;

    /// <param name="requests">Requests a minute; 600 when absent, 0 for no limit.</param>
    /// <param name="burst">Requests at once; 200 when absent.</param>
    /// <param name="guesses">Guesses a minute, and at once; 20 when absent, 0 for no limit.</param>
    /// <exception cref="InvalidOperationException">A setting is no number, or the burst is 0.</exception>
    public static AccessPaces From(string? requests, string? burst, string? guesses)
    {
        var perMinute = Number(requests, CallersPerMinute);
        var atOnce = Number(burst, CallersBurst);
        var guessed = Number(guesses, GuessesPerMinute);
        if (atOnce == 0)
            throw new InvalidOperationException("A burst of 0 would let nobody in; no limit is a pace of 0 requests a minute.");
        return new AccessPaces(perMinute == 0 ? null : new Pace(perMinute, atOnce), guessed == 0 ? null : new Pace(guessed, guessed));
    }

    private static int Number(string? setting, int otherwise)
    {
        if (string.IsNullOrWhiteSpace(setting))
            return otherwise;
        return int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new InvalidOperationException($"A limit of requests is no number: {setting}.");
    }
}
