namespace EDefter.Core.Calendar;

/// <summary><c>holidays.data.json</c> as it stands.</summary>
internal sealed record HolidaysFile
{
    /// <summary>Laws and calendars that the dates rest on, in Turkish.</summary>
    public required IReadOnlyList<string> Source { get; init; }

    public required IReadOnlyList<NationalHoliday> National { get; init; }

    /// <summary>First days of Ramazan Bayramı.</summary>
    public required IReadOnlyList<DateOnly> Ramazan { get; init; }

    /// <summary>First days of Kurban Bayramı.</summary>
    public required IReadOnlyList<DateOnly> Kurban { get; init; }
}
