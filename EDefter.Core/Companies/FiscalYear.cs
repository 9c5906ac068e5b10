namespace EDefter.Core.Companies;

/// <summary>Hesap dönemi: at most twelve months from any first day; the first and last year of a company may be shorter.</summary>
public sealed record FiscalYear
{
    public required DateOnly Start { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly End { get; init; }

    public bool Contains(DateOnly day) => day >= Start && day <= End;

    public bool Contains(Period period) => period.FirstDay <= End && period.LastDay >= Start;

    /// <summary>The months of the year in order; the first and last may be cut by the year's ends.</summary>
    public IEnumerable<Period> Periods()
    {
        var last = Period.Of(End);
        for (var period = Period.Of(Start); period <= last; period = period.Next)
            yield return period;
    }
}
