namespace EDefter.Core.Workflow.Printing;

/// <summary>A file of a print: a volume of a PDF, or a workbook.</summary>
public sealed record PrintedFile
{
    /// <summary>Name it is saved under.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Blob { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>SHA-256 over what it holds before compression.</summary>
    public required string Content { get; init; }

    /// <summary>Pages with the cover; null for a workbook.</summary>
    public int? Pages { get; init; }

    /// <summary>Number of the first page after the cover.</summary>
    public long? FirstPage { get; init; }

    public long? LastPage { get; init; }
}
