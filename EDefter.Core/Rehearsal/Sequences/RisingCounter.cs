using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Sequences;

/// <summary>"Not below the greatest before it" (K89), with the greatest kept: the authority's rule looks back over all of them for each line.</summary>
internal sealed class RisingCounter
{
    private decimal? greatest;
    private bool isBroken;

    public bool IsRising(Nodes counter)
    {
        if (!counter.Any)
            return true;
        if (isBroken && greatest is null)
            return false;
        var isNumber = counter.Count == 1 & XPath.TryDecimal(counter.Count == 1 ? counter.Text : string.Empty, out var number);
        var isFirst = greatest is null && !isBroken;
        var isRising = isFirst || (!isBroken && isNumber && number >= greatest);
        isBroken |= !isNumber;
        if (isNumber && !(number < greatest))
            greatest = number;
        return isRising;
    }
}
