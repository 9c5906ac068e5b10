namespace EDefter.Core.Sealing;

/// <summary>The answer to "is this still what was sealed?".</summary>
public sealed record Verification
{
    public required Verdict Verdict { get; init; }

    /// <summary>In the order of the manifest, then what is extra; the places of a file follow the file. Not every place is listed (<see cref="Counts"/>).</summary>
    public IReadOnlyList<ArchiveDifference> Differences { get; init; } = [];

    /// <summary>How many differences of each kind each file has, listed or not.</summary>
    public IReadOnlyList<DifferenceCount> Counts { get; init; } = [];

    /// <summary>Turkish: what probably happened; null when nothing speaks for it.</summary>
    public string? Likely { get; init; }

    /// <summary>The upload went over a limit and was not looked at in full: to be answered with <c>too-large</c>.</summary>
    public bool LimitExceeded { get; init; }
}
