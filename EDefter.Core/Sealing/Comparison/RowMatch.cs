namespace EDefter.Core.Sealing.Comparison;

/// <summary>
/// Which row of one table is which of the other: first those that are equal, then those with the same number in the counting column, then those
/// that differ only by what programs do to cells, and last, between two that were found, those that stand where the missing ones stood.
/// </summary>
internal sealed class RowMatch
{
    public const int None = -1;

    private readonly int[] ofExpected;
    private readonly int[] ofFound;
    private readonly HashSet<int> guessed = [];
    private readonly HashSet<int> moved = [];

    private RowMatch(int expected, int found)
    {
        ofExpected = new int[expected];
        ofFound = new int[found];
        Array.Fill(ofExpected, None);
        Array.Fill(ofFound, None);
    }

    /// <summary>Rows that were recognised by what they hold.</summary>
    public int Recognised { get; private set; }

    public static RowMatch Of(TableOutline expected, TableOutline found)
    {
        var match = new RowMatch(expected.Rows, found.Rows);
        match.Pair(expected.Strict, found.Strict);
        if (SharesKeys(expected.Keys, found.Keys))
            match.Pair(expected.Keys, found.Keys);
        match.Pair(expected.Tolerant, found.Tolerant);
        match.Recognised = match.ofExpected.Count(one => one != None);
        match.PairNeighbours();
        match.FindMoved();
        return match;
    }

    /// <summary>Row of the found table, or <see cref="None"/>.</summary>
    public int OfExpected(int row) => ofExpected[row];

    public int OfFound(int row) => ofFound[row];

    /// <summary>The pair was only made because of its place: its rows may have nothing to do with each other.</summary>
    public bool IsGuessed(int expected) => guessed.Contains(expected);

    /// <summary>The row stands among others than it did.</summary>
    public bool IsMoved(int expected) => moved.Contains(expected);

    // Equal rows are paired in their order.
    private void Pair(IReadOnlyList<ulong> expected, IReadOnlyList<ulong> found)
    {
        var next = new int[found.Count];
        var first = new Dictionary<ulong, int>();
        for (var i = found.Count - 1; i >= 0; i--)
        {
            if (ofFound[i] != None || found[i] == TableOutline.NoKey)
                continue;
            next[i] = first.TryGetValue(found[i], out var after) ? after : None;
            first[found[i]] = i;
        }

        for (var i = 0; i < expected.Count; i++)
        {
            if (ofExpected[i] != None || expected[i] == TableOutline.NoKey || !first.TryGetValue(expected[i], out var row) || row == None)
                continue;
            first[expected[i]] = next[row];
            Set(i, row);
        }
    }

    // Where the counting column itself was destroyed, its numbers would pair rows that have nothing in common.
    private static bool SharesKeys(IReadOnlyList<ulong> expected, IReadOnlyList<ulong> found)
    {
        var known = expected.Where(key => key != TableOutline.NoKey).ToHashSet();
        return known.Count > 0 && found.Count(known.Contains) * 2 >= Math.Min(known.Count, found.Count);
    }

    private void PairNeighbours()
    {
        var after = None;
        for (var i = 0; i < ofExpected.Length; i++)
        {
            if (ofExpected[i] == None && after + 1 < ofFound.Length && ofFound[after + 1] == None)
            {
                Set(i, after + 1);
                guessed.Add(i);
            }

            if (ofExpected[i] != None)
                after = ofExpected[i];
        }
    }

    private void Set(int expected, int found)
    {
        ofExpected[expected] = found;
        ofFound[found] = expected;
    }

    // The longest run of rows that still stand in their order did not move; the others did.
    private void FindMoved()
    {
        var tails = new List<int>();
        var before = new int[ofExpected.Length];
        for (var i = 0; i < ofExpected.Length; i++)
        {
            if (ofExpected[i] == None)
                continue;
            var at = Position(tails, ofExpected[i]);
            before[i] = at > 0 ? tails[at - 1] : None;
            if (at == tails.Count)
                tails.Add(i);
            else
                tails[at] = i;
        }

        var standing = new HashSet<int>();
        for (var i = tails.Count > 0 ? tails[^1] : None; i != None; i = before[i])
            standing.Add(i);
        for (var i = 0; i < ofExpected.Length; i++)
        {
            if (ofExpected[i] != None && !standing.Contains(i))
                moved.Add(i);
        }
    }

    private int Position(List<int> tails, int found)
    {
        var (low, high) = (0, tails.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ofExpected[tails[middle]] < found)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
