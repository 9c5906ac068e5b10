namespace EDefter.Core.Calendar;

/// <summary>A circular (sirküler) that moved what is due on one day to a later one.</summary>
internal sealed record DeadlineExtension
{
    /// <summary>The last day as it would have been.</summary>
    public required DateOnly Due { get; init; }

    public required DateOnly ExtendedTo { get; init; }

    /// <summary>Number and date of the circular, in Turkish.</summary>
    public required string Source { get; init; }

    /// <summary>Where the circular was read or seen cited: not all of them could be read themselves.</summary>
    public required string SeenIn { get; init; }

    /// <summary>Absent: everybody's. Else whose alone, in the words of <see cref="Companies.Company.TaxpayerKind"/>.</summary>
    public string? TaxpayerKind { get; init; }

    public bool AppliesTo(bool isIndividual) => TaxpayerKind is null || string.Equals(TaxpayerKind, DeadlineCalendar.Individual, StringComparison.Ordinal) == isIndividual;
}
