namespace EDefter.Core.Sealing;

/// <summary>A file that is not what was sealed.</summary>
public sealed record ArchiveDifference
{
    public required string File { get; init; }

    public required DifferenceKind Kind { get; init; }

    /// <summary>What was sealed, in the terms of the difference: a name, or a hash.</summary>
    public string? Expected { get; init; }

    public string? Found { get; init; }

    /// <summary>Turkish sentence.</summary>
    public required string Message { get; init; }
}
