using System.Globalization;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>The numbers of one series that are there: texts that differ in their last digits only (TH-000012, TH-000013). Ideal numbering is one run, whatever its length.</summary>
/// <param name="Group">What the numbers belong to besides their text: the kind of voucher, the name of the document.</param>
/// <param name="Prefix">Text before the digits.</param>
/// <param name="Suffix">Text after them.</param>
/// <param name="Width">Digits with leading zeros, 1 where numbers have none.</param>
/// <param name="Runs">In order, never touching.</param>
public sealed record NumberSeries(string Group, string Prefix, string Suffix, int Width, IReadOnlyList<NumberRun> Runs)
{
    // Below this many numbers nobody can tell a series from two numbers.
    private const int CountMin = 3;

    // A message names so many gaps and counts the rest.
    private const int GapsNamed = 5;

    public long Count => Runs.Sum(static run => run.Count);

    /// <summary>
    /// Whether the numbers were meant to follow one another: at least half of those between the first and the last are there. Numbers drawn from dates or ids are no
    /// series, and what is missing between them is missing for nobody.
    /// </summary>
    public bool IsConsecutive => Count >= CountMin && Runs[^1].Last - Runs[0].First + 1 <= 2 * Count;

    /// <summary>Both together; the group is that of the first.</summary>
    public NumberSeries With(NumberSeries other) => this with { Width = Math.Max(Width, other.Width), Runs = Merged(Runs.Concat(other.Runs)) };

    /// <summary>Whether a number is in both.</summary>
    public bool Overlaps(NumberSeries other)
    {
        int i = 0, j = 0;
        while (i < Runs.Count && j < other.Runs.Count)
        {
            if (Runs[i].Last < other.Runs[j].First)
                i++;
            else if (other.Runs[j].Last < Runs[i].First)
                j++;
            else
                return true;
        }

        return false;
    }

    public bool Contains(long number) => Runs.Any(run => run.First <= number && number <= run.Last);

    /// <summary>The gaps whose end is a number that <paramref name="told"/> holds: what an earlier month ended was told in that month.</summary>
    public IReadOnlyList<NumberRun> Gaps(NumberSeries told)
    {
        var gaps = new List<NumberRun>();
        for (var i = 1; i < Runs.Count; i++)
        {
            if (told.Contains(Runs[i].First))
                gaps.Add(new NumberRun(Runs[i - 1].Last + 1, Runs[i].First - 1));
        }

        return gaps;
    }

    /// <summary>"TH-000003, TH-000007–TH-000009 ve 4 aralık daha".</summary>
    public string Tell(IReadOnlyList<NumberRun> gaps)
    {
        var named = string.Join(", ", gaps.Take(GapsNamed).Select(gap => gap.First == gap.Last ? Text(gap.First) : $"{Text(gap.First)}–{Text(gap.Last)}"));
        return gaps.Count > GapsNamed ? $"{named} ve {TurkishText.Count(gaps.Count - GapsNamed)} aralık daha" : named;
    }

    /// <summary>The series of several months, those of one group and one text put together; in ordinal order of group, prefix and suffix.</summary>
    public static IReadOnlyList<NumberSeries> Union(IEnumerable<NumberSeries> parts) =>
        Sorted(parts.GroupBy(static part => (part.Group, part.Prefix, part.Suffix)).Select(static same => same.Aggregate(static (left, right) => left.With(right))));

    internal static IReadOnlyList<NumberSeries> Sorted(IEnumerable<NumberSeries> series) =>
        [.. series.OrderBy(static one => one.Group, StringComparer.Ordinal).ThenBy(static one => one.Prefix, StringComparer.Ordinal).ThenBy(static one => one.Suffix, StringComparer.Ordinal)];

    /// <summary>The same numbers in order, in runs that never touch.</summary>
    internal static List<NumberRun> Merged(IEnumerable<NumberRun> runs)
    {
        var merged = new List<NumberRun>();
        foreach (var run in runs.OrderBy(static run => run.First))
        {
            if (merged.Count > 0 && run.First <= merged[^1].Last + 1)
                merged[^1] = merged[^1] with { Last = Math.Max(merged[^1].Last, run.Last) };
            else
                merged.Add(run);
        }

        return merged;
    }

    private string Text(long number) => Prefix + number.ToString("D" + Width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + Suffix;
}
