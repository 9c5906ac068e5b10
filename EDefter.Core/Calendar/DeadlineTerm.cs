namespace EDefter.Core.Calendar;

/// <summary>A last day: so many months after the last month uploaded, on a day of that month; 31 stands for its last day.</summary>
internal sealed record DeadlineTerm
{
    public required int Months { get; init; }

    /// <summary>Gelir vergisi mükellefleri.</summary>
    public required int IndividualDay { get; init; }

    /// <summary>Everybody else.</summary>
    public required int CompanyDay { get; init; }
}
