namespace EDefter.Core.Formats;

/// <summary>A change that explanatory texts underwent, with how often: written into the manifest, so that nothing is changed silently.</summary>
public sealed record Adjustment
{
    public required AdjustmentKind Kind { get; init; }

    /// <summary>Name of the canonical field.</summary>
    public required string Field { get; init; }

    /// <summary>The character as <c>U+20BA</c>.</summary>
    public required string Character { get; init; }

    /// <summary>What was written for it.</summary>
    public required string With { get; init; }

    public required long Count { get; init; }
}
