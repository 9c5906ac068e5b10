using System.Globalization;
using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Changes;

/// <summary>
/// A place in the feed of a book. Commits are counted by fiscal year, and last year's book still moves while this year's is written, so a place is one
/// per year. A caller keeps the text as it is.
/// </summary>
public sealed class FeedCursor(IReadOnlyDictionary<DateOnly, FeedPlace> places)
{
    private const string DayFormat = "yyyyMMdd";

    public static FeedCursor Start { get; } = new(new Dictionary<DateOnly, FeedPlace>());

    public FeedPlace Of(FiscalYear year) => places.GetValueOrDefault(year.Start) ?? FeedPlace.Start;

    /// <summary>The years that the cursor speaks of, by their first day.</summary>
    public IReadOnlyDictionary<DateOnly, FeedPlace> Places => places;

    public override string ToString() => string.Join('~', places.OrderBy(place => place.Key).Select(place => Write(place.Key, place.Value)));

    /// <summary>Reads what <see cref="ToString"/> wrote; anything else is nobody's cursor.</summary>
    public static bool TryParse(string text, out FeedCursor cursor)
    {
        cursor = Start;
        var places = new Dictionary<DateOnly, FeedPlace>();
        foreach (var part in text.Split('~'))
        {
            var words = part.Split('.');
            if (words.Length is not (3 or 7) || !TryDay(words[0], out var year) || !TryNumber(words[1], out var sequence) || !TryTaken(words[2], out var taken))
                return false;
            var place = new FeedPlace(sequence, taken);
            if (words.Length == 7)
            {
                if (!TryDay(words[3], out var day) || !TryNumber(words[4], out var rank) || !TryNumber(words[5], out var number) || !TryNumber(words[6], out var line) || rank > int.MaxValue)
                    return false;
                place = place with { Day = day, Rank = (int)rank, Number = number, Line = line };
            }

            if (!places.TryAdd(year, place))
                return false;
        }

        cursor = new FeedCursor(places);
        return true;
    }

    private static string Write(DateOnly year, FeedPlace place)
    {
        var taken = place.Taken == FeedPlace.All ? "x" : place.Taken.ToString(CultureInfo.InvariantCulture);
        var head = string.Create(CultureInfo.InvariantCulture, $"{year:yyyyMMdd}.{place.Sequence}.{taken}");
        return place.Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"{head}.{day:yyyyMMdd}.{place.Rank}.{place.Number}.{place.Line}") : head;
    }

    private static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryTaken(string text, out int taken)
    {
        taken = FeedPlace.All;
        return text == "x" || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out taken);
    }
}
