using System.Globalization;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>Sorts numbers into their series as they come: nothing for a number that follows the one before it in its series, sixteen bytes for any other.</summary>
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
        // As they came; the same number may stand in several.
        private readonly List<NumberRun> runs = [];
        private int width = 1;

        public void Add(ReadOnlySpan<char> digits)
        {
            if (digits[0] == '0')
                width = Math.Max(width, digits.Length);
            var value = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
            if (runs.Count > 0 && runs[^1].Last == value - 1)
                runs[^1] = runs[^1] with { Last = value };
            else
                runs.Add(new NumberRun(value, value));
        }

        public void Join(NumberSeries other)
        {
            width = Math.Max(width, other.Width);
            runs.AddRange(other.Runs);
        }

        public NumberSeries ToSeries() => new(group, prefix, suffix, width, NumberSeries.Merged(runs));
    }
}
