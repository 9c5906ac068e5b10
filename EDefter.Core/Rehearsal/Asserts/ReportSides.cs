using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>How many lines of a report each account and side has; counted once, where the authority's rule counts anew for every line.</summary>
internal sealed class ReportSides
{
    private readonly Dictionary<(string Account, string Side), int> counts = [];

    public ReportSides(Element entry)
    {
        foreach (var line in entry["gl-cor:entryDetail"])
        {
            foreach (var account in TextsOf(line["gl-cor:account"]["gl-cor:accountMainID"]))
            {
                foreach (var side in TextsOf(line["gl-cor:debitCreditCode"]))
                    counts[(account, side)] = counts.GetValueOrDefault((account, side)) + 1;
            }
        }
    }

    /// <returns>Lines of the line's account on a side.</returns>
    public int Count(Element line, string side)
    {
        var count = 0;
        foreach (var account in TextsOf(line["gl-cor:account"]["gl-cor:accountMainID"]))
            count += counts.GetValueOrDefault((account, side));
        return count;
    }

    /// <returns>Lines of the line's account on its own side.</returns>
    public int CountLike(Element line)
    {
        var count = 0;
        foreach (var side in TextsOf(line["gl-cor:debitCreditCode"]))
            count += Count(line, side);
        return count;
    }

    // A code that stands twice in a line makes no second line of it.
    private static HashSet<string> TextsOf(Nodes nodes)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
            texts.Add(node.Text);
        return texts;
    }
}
