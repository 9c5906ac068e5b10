using System.Globalization;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>Sorts numbers into their series as they come: eight bytes a number, and no allocation for a number of a series that is known.</summary>
internal sealed class NumberSeriesSet
{
    // As many digits as a number of 64 bits can always hold.
    private const int DigitsMax = 18;

    // Books have a handful of series. Thousands mean that the texts are ids with digits in them, and nothing can be missing between ids.
    private const int SeriesMax = 4096;

    private readonly Dictionary<ulong, Numbers> series = [];
    private bool areIds;

    /// <summary>A text without digits, or with more than can be counted, belongs to no series.</summary>
    public void Add(string group, string text)
    {
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        if (areIds || start == end || end - start > DigitsMax)
            return;
        Of(group, text.AsSpan(0, start), text.AsSpan(end)).Add(text.AsSpan(start, end - start));
        ForgetIds();
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(areIds);
        writer.WriteSeries(ToSeries());
    }

    /// <summary>Adds the numbers of another set.</summary>
    public void Join(BinaryReader reader)
    {
        areIds |= reader.ReadBoolean();
        foreach (var other in reader.ReadSeries())
            Of(other.Group, other.Prefix, other.Suffix).Join(other);
        ForgetIds();
    }

    /// <summary>In ordinal order of group, prefix and suffix.</summary>
    public IReadOnlyList<NumberSeries> ToSeries() => NumberSeries.Sorted(series.Values.Select(static numbers => numbers.ToSeries()));

    private void ForgetIds()
    {
        areIds |= series.Count > SeriesMax;
        if (areIds)
            series.Clear();
    }

    private Numbers Of(string group, ReadOnlySpan<char> prefix, ReadOnlySpan<char> suffix)
    {
        var key = TextHash.Then(TextHash.Then(TextHash.Of(group), prefix), suffix);
        if (series.TryGetValue(key, out var known))
            return known;
        var numbers = new Numbers(group, prefix.ToString(), suffix.ToString());
        series.Add(key, numbers);
        return numbers;
    }

    private sealed class Numbers(string group, string prefix, string suffix)
    {
        private readonly List<long> values = [];
        private int width = 1;

        public void Add(ReadOnlySpan<char> digits)
        {
            if (digits[0] == '0')
                width = Math.Max(width, digits.Length);
            values.Add(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
        }

        public void Join(NumberSeries other)
        {
            width = Math.Max(width, other.Width);
            foreach (var run in other.Runs)
            {
                for (var value = run.First; value <= run.Last; value++)
                    values.Add(value);
            }
        }

        public NumberSeries ToSeries()
        {
            values.Sort();
            var runs = new List<NumberRun>();
            foreach (var value in values)
            {
                if (runs.Count > 0 && value <= runs[^1].Last + 1)
                    runs[^1] = runs[^1] with { Last = value };
                else
                    runs.Add(new NumberRun(value, value));
            }

            return new NumberSeries(group, prefix, suffix, width, runs);
        }
    }
}
