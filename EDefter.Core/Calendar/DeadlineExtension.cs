namespace EDefter.Core.Calendar;

/// <summary>A circular (sirküler) that moved everything due on one day to a later one.</summary>
internal sealed record DeadlineExtension
{
    /// <summary>The last day as it would have been.</summary>
    public required DateOnly Due { get; init; }

    public required DateOnly ExtendedTo { get; init; }

    public required string Source { get; init; }
}
