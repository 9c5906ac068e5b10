namespace EDefter.Core.Calendar;

/// <summary>As <see cref="DeadlineTerm"/>; the annual returns of persons and companies are due in different months.</summary>
internal sealed record YearEndTerm
{
    public required int IndividualMonths { get; init; }

    public required int CompanyMonths { get; init; }

    public required int IndividualDay { get; init; }

    public required int CompanyDay { get; init; }
}
