using System.Text.RegularExpressions;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Register;

/// <summary>The authority's exchange rates by day (DOV003). They are the same for every company, so only an administrator writes them.</summary>
public sealed partial class RateRegister(IRates rates)
{
    /// <summary>Replaces the rates of a day; an empty list takes them away.</summary>
    public async Task<Outcome<DayRates>> SaveAsync(string day, IReadOnlyList<ExchangeRate?> given, CancellationToken cancellationToken)
    {
        if (!TryReadDay(day, out var date))
            return Refusals.InvalidDay(day);
        if (WhatIsWrong(given) is { } detail)
            return Refusals.InvalidBody(detail);
        var sorted = new DayRates(date, [.. given.Select(static rate => rate!).OrderBy(static rate => rate.Currency, StringComparer.Ordinal)]);
        await rates.SaveAsync(sorted, cancellationToken);
        return sorted;
    }

    /// <summary>The rates of a day as sent; empty when never sent.</summary>
    public async Task<Outcome<DayRates>> FindAsync(string day, CancellationToken cancellationToken)
    {
        if (!TryReadDay(day, out var date))
            return Refusals.InvalidDay(day);
        await foreach (var found in rates.ReadAsync(date, date, cancellationToken))
            return found;
        return new DayRates(date, []);
    }

    [GeneratedRegex(@"^[A-Z]{3}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CurrencyShape();

    private static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out day);

    private static string? WhatIsWrong(IReadOnlyList<ExchangeRate?> given)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rate in given)
        {
            if (rate?.Currency is null || !CurrencyShape().IsMatch(rate.Currency))
                return "Para birimi (currency) üç büyük harfli ISO 4217 kodu olmalıdır; örneğin USD.";
            if (rate.Buying is <= 0 or >= 1_000_000_000m || rate.Selling is <= 0 or >= 1_000_000_000m)
                return $"{rate.Currency} kuru sıfırdan büyük olmalıdır; alış (buying) ve satışı (selling) bir birim dövizin lira karşılığı olarak gönderin.";
            if (!seen.Add(rate.Currency))
                return $"{rate.Currency} iki kez gönderilmiş.";
        }

        return null;
    }
}
