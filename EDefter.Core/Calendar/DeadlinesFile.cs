namespace EDefter.Core.Calendar;

/// <summary><c>deadlines.data.json</c> as it stands.</summary>
internal sealed record DeadlinesFile
{
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<DeadlineRule> Rules { get; init; }

    public required IReadOnlyList<DeadlineExtension> Extensions { get; init; }
}
