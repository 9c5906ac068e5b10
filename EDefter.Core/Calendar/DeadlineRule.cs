using EDefter.Core.Companies;

namespace EDefter.Core.Calendar;

/// <summary>What a communiqué (tebliğ) says of the last days, from a month on.</summary>
internal sealed record DeadlineRule
{
    /// <summary>First month that it holds for; of three months uploaded together the last one decides.</summary>
    public required Period From { get; init; }

    public required string Source { get; init; }

    /// <summary>Who uploads month by month.</summary>
    public required DeadlineTerm Monthly { get; init; }

    /// <summary>Who uploads by geçici vergi dönemi; absent: the choice did not exist, everybody uploaded month by month.</summary>
    public DeadlineTerm? Quarterly { get; init; }

    /// <summary>The last month of a fiscal year, or its last geçici vergi dönemi: it follows the annual return.</summary>
    public required YearEndTerm YearEnd { get; init; }
}
