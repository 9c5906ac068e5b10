namespace EDefter.Core.Sealing;

/// <summary>Something that is not what was sealed: a file, or a place in one.</summary>
public sealed record ArchiveDifference
{
    public required string File { get; init; }

    /// <summary>Where in the file, Turkish ("17. satır, Belge No"), as the sealed file counts; null when the whole file is meant.</summary>
    public string? Place { get; init; }

    public required DifferenceKind Kind { get; init; }

    /// <summary>What was sealed, in the terms of the difference: a name, a hash, a cell's text.</summary>
    public string? Expected { get; init; }

    public string? Found { get; init; }

    /// <summary>Turkish sentence.</summary>
    public required string Message { get; init; }
}
