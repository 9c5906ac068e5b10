namespace EDefter.Core.Calendar;

/// <summary>A holiday of the same day each year.</summary>
internal sealed record NationalHoliday
{
    public required int Month { get; init; }

    public required int Day { get; init; }

    /// <summary>The first year it was one; absent: older than any book of this software.</summary>
    public int FromYear { get; init; }

    /// <summary>The afternoon before it is off.</summary>
    public bool HasEve { get; init; }

    public bool IsOn(DateOnly day) => day.Month == Month && day.Day == Day && day.Year >= FromYear;
}
