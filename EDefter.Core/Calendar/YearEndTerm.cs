namespace EDefter.Core.Calendar;

/// <summary>
/// A last day that follows the annual return; 31 stands for the last day of its month. A company's return follows the end of its fiscal year (KVK 14); a person's is due
/// in March of the year after the one in which the fiscal year ended, whatever its months are (GVK 43, 92).
/// </summary>
internal sealed record YearEndTerm
{
    /// <summary>Gelir vergisi mükellefleri: a month of the year after the one in which the fiscal year ended, 1 to 12.</summary>
    public required int IndividualMonth { get; init; }

    /// <summary>Everybody else: so many months after the last month of the fiscal year.</summary>
    public required int CompanyMonths { get; init; }

    public required int IndividualDay { get; init; }

    public required int CompanyDay { get; init; }
}
