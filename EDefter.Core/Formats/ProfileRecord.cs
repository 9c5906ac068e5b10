namespace EDefter.Core.Formats;

/// <summary>A kind of line in a text file.</summary>
public sealed record ProfileRecord
{
    public required RowSource Of { get; init; }

    /// <summary>Of the file: in the first part only, not in every part.</summary>
    public bool FirstPartOnly { get; init; }

    /// <summary>The word that begins every such line and never stands in quotes; null where the first column begins it.</summary>
    public string? Type { get; init; }

    public required IReadOnlyList<ProfileColumn> Columns { get; init; }
}
