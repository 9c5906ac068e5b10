namespace EDefter.Core.Formats;

/// <summary>The form of a delimited profile.</summary>
public sealed record DelimitedFormat
{
    public required char Separator { get; init; }

    public required Quoting Quoting { get; init; }

    public required TextEncoding Encoding { get; init; }

    /// <summary>UTF-8 only.</summary>
    public bool ByteOrderMark { get; init; }

    public required LineEnd LineEnd { get; init; }

    /// <summary>The first line holds the headers.</summary>
    public bool Header { get; init; }

    public required IReadOnlyList<ProfileColumn> Columns { get; init; }
}
