namespace EDefter.Core.Sealing.Comparison;

/// <summary>Which column of one table is which of the other: by the first row's texts, then by what the columns hold, then by their place.</summary>
internal sealed class ColumnMatch
{
    public const int None = -1;

    private readonly int[] ofExpected;
    private readonly HashSet<int> taken = [];

    private ColumnMatch(int expected)
    {
        ofExpected = new int[expected];
        Array.Fill(ofExpected, None);
    }

    /// <summary>Columns that are not there.</summary>
    public IReadOnlyList<int> Missing { get; private set; } = [];

    /// <summary>Columns of the found table that were not sealed.</summary>
    public IReadOnlyList<int> Added { get; private set; } = [];

    /// <summary>Columns that stand among others than they did.</summary>
    public IReadOnlyList<int> Moved { get; private set; } = [];

    public static ColumnMatch Of(TableOutline expected, TableOutline found)
    {
        var match = new ColumnMatch(expected.Columns);
        match.PairSame(expected, found);
        match.PairBy(expected.Head, found.Head, text => text.Length > 0);
        match.PairBy(expected.ColumnSums, found.ColumnSums, sum => sum != 0);
        match.PairPlaces(expected, found);
        match.Finish(expected, found);
        return match;
    }

    /// <summary>Column of the found table, or <see cref="None"/>.</summary>
    public int Of(int expected) => expected < ofExpected.Length ? ofExpected[expected] : None;

    private void PairSame(TableOutline expected, TableOutline found)
    {
        for (var i = 0; i < Math.Min(expected.Columns, found.Columns); i++)
        {
            if (i < expected.Head.Count && i < found.Head.Count && expected.Head[i].Length > 0 && expected.Head[i] == found.Head[i])
                Set(i, i);
        }
    }

    // Only what is there once on both sides says which column it is.
    private void PairBy<T>(IReadOnlyList<T> expected, IReadOnlyList<T> found, Func<T, bool> counts)
        where T : notnull
    {
        var places = Enumerable.Range(0, found.Count).Where(i => !taken.Contains(i) && counts(found[i])).GroupBy(i => found[i]).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First());
        var open = Enumerable.Range(0, Math.Min(expected.Count, ofExpected.Length)).Where(i => ofExpected[i] == None && counts(expected[i])).GroupBy(i => expected[i]).Where(group => group.Count() == 1);
        foreach (var group in open)
        {
            if (places.TryGetValue(group.Key, out var place))
                Set(group.First(), place);
        }
    }

    // What is left keeps its place; where columns are missing or added, the place after the neighbour's.
    private void PairPlaces(TableOutline expected, TableOutline found)
    {
        for (var i = 0; i < ofExpected.Length; i++)
        {
            if (ofExpected[i] != None)
                continue;
            var place = expected.Columns == found.Columns || i == 0 ? i : ofExpected[i - 1] + 1;
            if (place < found.Columns && !taken.Contains(place) && (expected.Columns == found.Columns || expected.ColumnSums[i] == found.ColumnSums[place] || found.ColumnSums[place] != 0))
                Set(i, place);
        }
    }

    private void Finish(TableOutline expected, TableOutline found)
    {
        Missing = [.. Enumerable.Range(0, ofExpected.Length).Where(i => ofExpected[i] == None && expected.ColumnSums[i] != 0)];
        Added = [.. Enumerable.Range(0, found.Columns).Where(i => !taken.Contains(i) && found.ColumnSums[i] != 0)];
        var standing = LongestRun();
        Moved = [.. Enumerable.Range(0, ofExpected.Length).Where(i => ofExpected[i] != None && !standing.Contains(i))];
    }

    private HashSet<int> LongestRun()
    {
        var length = new int[ofExpected.Length];
        var before = new int[ofExpected.Length];
        var best = None;
        for (var i = 0; i < ofExpected.Length; i++)
        {
            before[i] = None;
            if (ofExpected[i] == None)
                continue;
            length[i] = 1;
            for (var j = 0; j < i; j++)
            {
                if (ofExpected[j] != None && ofExpected[j] < ofExpected[i] && length[j] + 1 > length[i])
                    (length[i], before[i]) = (length[j] + 1, j);
            }

            if (best == None || length[i] > length[best])
                best = i;
        }

        var run = new HashSet<int>();
        for (var i = best; i != None; i = before[i])
            run.Add(i);
        return run;
    }

    private void Set(int expected, int found)
    {
        ofExpected[expected] = found;
        taken.Add(found);
    }
}
