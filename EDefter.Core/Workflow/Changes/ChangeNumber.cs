using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Changes;

/// <summary>
/// The number of a change in the feed: fiscal year, commit of that year, place in the commit, in one whole number that every program holds exactly
/// (under 2^53). It grows inside a fiscal year and never changes.
/// </summary>
public static class ChangeNumber
{
    private const int PlaceBits = 20;
    private const int SequenceBits = 23;
    private const int MonthBits = 10;
    private const int YearZero = 2000;

    /// <summary>Books of before 2000 have no feed: e-Defter began in 2012.</summary>
    public static bool Covers(FiscalYear year) => MonthOf(year) is >= 0 and < 1 << MonthBits;

    /// <exception cref="OverflowException">More commits in a year, or more vouchers in an act, than a feed can number.</exception>
    public static long Of(FiscalYear year, long sequence, int place)
    {
        if (sequence >= 1L << SequenceBits || place >= 1 << PlaceBits)
            throw new OverflowException($"Commit {sequence} with change {place} is beyond what the feed of changes can number.");
        return (((MonthOf(year) << SequenceBits) + sequence) << PlaceBits) + place;
    }

    /// <summary>The commit and the place of a change, when it is one of the year.</summary>
    public static (long Sequence, int Place)? Read(FiscalYear year, long number) =>
        number >= 0 && number >> (PlaceBits + SequenceBits) == MonthOf(year) ? ((number >> PlaceBits) & ((1L << SequenceBits) - 1), (int)(number & ((1 << PlaceBits) - 1))) : null;

    private static long MonthOf(FiscalYear year) => ((year.Start.Year - YearZero) * 12L) + year.Start.Month - 1;
}
