namespace EDefter.Core.Companies;

/// <summary>The rates that were sent, by day. A day without rates (weekend, holiday) is judged by the last day before it that has some.</summary>
public sealed class ExchangeRates
{
    /// <summary>The longest holiday with both weekends; a rate older than this says nothing of the day.</summary>
    public const int LookBackDays = 12;

    private readonly Dictionary<(DateOnly Day, string Currency), ExchangeRate> rates = [];

    /// <param name="byDay">The last of two rates of one currency and day wins.</param>
    public ExchangeRates(IEnumerable<KeyValuePair<DateOnly, IReadOnlyList<ExchangeRate>>> byDay)
    {
        foreach (var (day, sent) in byDay)
        {
            foreach (var rate in sent)
                rates[(day, rate.Currency)] = rate;
        }
    }

    /// <returns>The rate of the day, else the last one of the days before it; null when none was sent for <see cref="LookBackDays"/>.</returns>
    public ExchangeRate? Find(DateOnly day, string currency)
    {
        var earliest = Math.Max(0, day.DayNumber - LookBackDays);
        for (var number = day.DayNumber; number >= earliest; number--)
        {
            if (rates.TryGetValue((DateOnly.FromDayNumber(number), currency), out var rate))
                return rate;
        }

        return null;
    }
}
