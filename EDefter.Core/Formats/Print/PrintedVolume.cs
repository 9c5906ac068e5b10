namespace EDefter.Core.Formats.Print;

/// <summary>A finished volume (cilt) of a printed book: one PDF.</summary>
public sealed record PrintedVolume
{
    /// <summary>1 for the first volume of the month.</summary>
    public required int Number { get; init; }

    /// <summary>Pages of the file, its cover included.</summary>
    public required int Pages { get; init; }

    /// <summary>Number of the first page after the cover.</summary>
    public required long FirstPage { get; init; }

    public required long LastPage { get; init; }

    /// <summary>The file.</summary>
    public required ReadOnlyMemory<byte> File { get; init; }

    /// <summary>SHA-256 of the file, 64 hex digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 over what its pages are before compression: the same whatever the runtime's deflate.</summary>
    public required string Content { get; init; }
}
